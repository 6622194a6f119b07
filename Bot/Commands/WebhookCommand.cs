using System.CommandLine;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Texts;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.Commands;

/// <summary><c>webhook add https://... [--event report.submitted] [--plan &lt;title or id&gt;]</c>, <c>webhook list</c>, <c>webhook remove &lt;id&gt;</c>: other systems that are told when something happens.</summary>
public static class WebhookCommand
{
    public static Command Create(ICommandServices services) =>
        new("webhook", "有事时通知其他系统。 Tells other systems when something happens.") { CreateAdd(services), CreateList(services), CreateRemove(services) };

    private static Command CreateAdd(ICommandServices services)
    {
        var url = new Argument<string>("url") { Description = "接收地址，须为 https。 Where to post to, by https." };
        var events = new Option<string[]>("--event") { Description = $"事件，可写多个，默认全部：{string.Join(", ", WebhookNames.All)}。 Events; all when left out." };
        events.AcceptOnlyFromAmong([.. WebhookNames.All]);
        var plan = new Option<string?>("--plan") { Description = "只通知这个计划的事（标题或编号）。 Only what concerns this plan." };
        var command = new Command("add", "登记一个接收地址，并给出签名密钥。 Registers an address and prints its signing secret.") { url, events, plan };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (given, names, title) = (parsed.GetRequiredValue(url).Trim(), parsed.GetValue(events) ?? [], parsed.GetValue(plan));
            var (webhook, problem) = await services.RunAsync((scope, token) => AddAsync(scope, given, names, title, token), cancellationToken);
            if (webhook is null)
                return await FailAsync(parsed.InvocationConfiguration.Error, problem!);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(WebhookTexts.Added(webhook.Id, webhook.Url));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(webhook.Secret);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateList(ICommandServices services)
    {
        var command = new Command("list", "列出接收地址及送达情况。 Lists the addresses and what became of their messages.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            foreach (var line in await services.RunOnExistingAsync(LinesAsync, cancellationToken))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateRemove(ICommandServices services)
    {
        var id = new Argument<Guid>("id") { Description = "编号，见 webhook list。 Its id, as webhook list shows it." };
        var command = new Command("remove", "不再通知；还没送出的一并作废。 Tells it no more; what waits is dropped.") { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var which = parsed.GetRequiredValue(id);
            if (!await services.RunOnExistingAsync((scope, token) => RemoveAsync(scope, which, token), cancellationToken))
                return await FailAsync(parsed.InvocationConfiguration.Error, WebhookTexts.NoSuchWebhook(which));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(WebhookTexts.Removed);
            return ExitCode.Done;
        });
        return command;
    }

    /// <returns>The webhook, or why none was registered.</returns>
    private static async Task<(Webhook? Webhook, string? Problem)> AddAsync(IServiceProvider services, string url, string[] names, string? title, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IWebhookPost>().WhyNot(url) is { } reason)
            return (null, WebhookTexts.Refused(url, reason));
        var (plan, problem) = title is null ? default : await PlanArgument.FindAsync(services, title, cancellationToken);
        if (problem is not null)
            return (null, problem);
        var events = names.Length == 0 ? WebhookEvents.All : names.Aggregate(WebhookEvents.None, (sum, name) => sum | WebhookNames.Find(name)!.Value);
        return (await services.GetRequiredService<KeepWebhooks>().AddAsync(url, events, plan?.Id, cancellationToken), null);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var webhooks = services.GetRequiredService<WebhookRepository>();
        var all = await webhooks.AllAsync(cancellationToken);
        var standing = (await webhooks.StandingAsync(cancellationToken)).ToDictionary(one => one.WebhookId);
        return all.Count == 0 ? [WebhookTexts.None] : [.. all.Select(webhook => WebhookTexts.Line(webhook, WebhookNames.In(webhook.Events), standing.GetValueOrDefault(webhook.Id)))];
    }

    private static async Task<bool> RemoveAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<WebhookRepository>().AllAsync(cancellationToken)).FirstOrDefault(webhook => webhook.Id == id) is { } found
        && await services.GetRequiredService<KeepWebhooks>().RemoveAsync(found, cancellationToken);

    private static async Task<int> FailAsync(TextWriter error, string line)
    {
        await error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return ExitCode.BadInput;
    }
}
