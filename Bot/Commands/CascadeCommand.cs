using System.CommandLine;
using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>cascade &lt;plan&gt;</c>: which tasks of the plan above its tasks carry out, proposed by their words and confirmed here.</summary>
public static class CascadeCommand
{
    private const string AllThatAreClear = "clear";

    public static Command Create(ICommandServices services)
    {
        var plan = new Argument<string>("plan") { Description = "下级计划的标题或编号 Title or id of the plan below" };
        var confirm = new Option<string?>("--confirm") { Description = "确认提议：clear，或序号 1,3 Confirms proposals: clear, or numbers" };
        var remove = new Option<string?>("--remove") { Description = "撤销这项任务的关联 Takes back the link of the task of this number" };
        var command = new Command("cascade", "关联上下级计划的任务 Link a plan's tasks to those of the plan above") { plan, confirm, remove };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var (lines, isRefused) = await services.RunAsync(
                (provider, token) => RunAsync(provider, parsed.GetRequiredValue(plan), parsed.GetValue(confirm), parsed.GetValue(remove), token), cancellationToken);
            await (isRefused ? error : output).WriteLineAsync(lines);
            return isRefused ? ExitCode.BadInput : ExitCode.Done;
        });
        return command;
    }

    private static async Task<(string Lines, bool IsRefused)> RunAsync(IServiceProvider services, string name, string? confirm, string? remove, CancellationToken cancellationToken)
    {
        var plans = await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken);
        if (PlanArgument.Among(plans, name) is not [var plan])
            return (PlanArgument.WhyNot(plans, name), true);
        var linkTasks = services.GetRequiredService<LinkTasks>();
        if (await linkTasks.ViewAsync(plan.Id, cancellationToken) is not { } view)
            return (CascadeTexts.NoParent(plan.Title), true);
        if (remove is not null)
            return await RemoveAsync(linkTasks, view, remove, cancellationToken);
        if (confirm is null)
            return (Shown(view), false);
        var chosen = new List<(PlanTask, PlanTask)>();
        if (confirm == AllThatAreClear)
            chosen.AddRange(view.Proposed.Where(proposal => proposal.IsClear).Select(proposal => (proposal.Child, proposal.Parent)));
        else
            foreach (var number in confirm.Split(',', '，', '、').Select(part => part.Trim()))
                if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= view.Proposed.Count)
                    chosen.Add((view.Proposed[at - 1].Child, view.Proposed[at - 1].Parent));
                else
                    return (CascadeTexts.NoSuchNumber(number), true);
        await linkTasks.ConfirmAsync(chosen, null, "command", cancellationToken);
        return (CascadeTexts.Confirmed(chosen.Count), false);
    }

    private static async Task<(string Lines, bool IsRefused)> RemoveAsync(LinkTasks linkTasks, CascadeView view, string number, CancellationToken cancellationToken)
    {
        if (view.Linked.Where(link => link.Child.Number == number || link.Child.Ordinal.ToString(CultureInfo.InvariantCulture) == number).ToList() is not [var (child, parent)])
            return (CascadeTexts.NoSuchNumber(number), true);
        await linkTasks.RemoveAsync(child, parent, null, "command", cancellationToken);
        return (Shown((await linkTasks.ViewAsync(view.Child.Id, cancellationToken))!), false);
    }

    private static string Shown(CascadeView view) => string.Join('\n',
    [
        $"《{view.Child.Title}》 → 《{view.Parent.Title}》",
        .. view.Linked.Select(link => CascadeTexts.Linked(NameOf(link.Child), NameOf(link.Parent))),
        .. view.Proposed.Select((proposal, index) => CascadeTexts.Link(index + 1, NameOf(proposal.Child), NameOf(proposal.Parent), proposal.Likeness, proposal.IsClear)),
        .. view.Alone.Select(task => CascadeTexts.Alone(NameOf(task))),
        .. view.Proposed.Count > 0 ? [CascadeTexts.HowToConfirm] : Array.Empty<string>(),
    ]);

    private static string NameOf(PlanTask task) => CascadeTexts.Name(task.Number, task.Title, task.Text);
}
