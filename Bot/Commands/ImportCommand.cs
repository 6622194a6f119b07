using System.CommandLine;
using System.Security.Cryptography;
using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>import &lt;file&gt;</c>: reads a notice and stores it; one that corrects a plan is compared with it, and applied when that is ordered.</summary>
public static class ImportCommand
{
    /// <summary>Tasks of a difference shown one by one, of each kind.</summary>
    private const int MostTasks = 1000;

    public static Command Create(ICommandServices services)
    {
        var file = new Argument<string>("file") { Description = "通知文件 The notice (.docx, .xlsx, .csv, .html, .txt; .doc, .wps, .xls, .pdf)" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只预览，不入库 Show what would be stored; store nothing" };
        var json = new Option<bool>("--json") { Description = "输出一个 JSON 对象 Print one JSON object" };
        var parent = new Option<string?>("--parent") { Description = "上级计划的标题或编号 Title or id of the plan above" };
        var replaces = new Option<string?>("--replaces") { Description = "所更正的计划的标题或编号 Title or id of the plan that this notice corrects" };
        var apply = new Option<bool>("--apply") { Description = "按更正的通知调整计划 Change the plan as the corrected notice says" };
        var renamed = new Option<bool>("--renamed") { Description = "像是改名的单位是同一个 Units that seem to be renamed are the same" };
        var notRenamed = new Option<bool>("--not-renamed") { Description = "像是改名的单位是另一个 Units that seem to be renamed are others" };
        var rule = new Option<string?>("--rule") { Description = "通知没有写明报送要求时的要求，如“每月25日前” The rule where the notice states none, e.g. \"by the 25th of each month\"" };
        var command = new Command("import", "导入通知 Read a notice") { file, dryRun, json, parent, replaces, apply, renamed, notRenamed, rule };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Order(
                parsed.GetRequiredValue(file), parsed.GetValue(dryRun), parsed.GetValue(json), parsed.GetValue(parent), parsed.GetValue(replaces), parsed.GetValue(apply),
                parsed.GetValue(notRenamed) ? false : parsed.GetValue(renamed) ? true : null, parsed.GetValue(rule)),
            services, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private sealed record Order(string File, bool DryRun, bool Json, string? Parent, string? Replaces, bool Apply, bool? AcceptRenames, string? Rule);

    /// <summary>A person sits at the terminal and can be asked.</summary>
    private sealed record Asking(TextReader Terminal, TextWriter Output);

    /// <param name="Lines">What the person is told behind the preview, or in its place.</param>
    private sealed record Outcome(string Lines, bool IsRefused = false);

    private static async Task<int> RunAsync(Order order, ICommandServices services, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (await NoticeFile.ReadAsync(order.File, cancellationToken) is not { } content)
            return await FailAsync(error, ImportTexts.CannotRead(order.File));
        var name = Path.GetFileName(order.File);
        var reading = NoticeConversion.Needed(content) is null
            ? NoticeReader.Read(content, name)
            : await services.RunUnpreparedAsync((provider, token) => provider.GetRequiredService<ReadNotice>().RunAsync(content, name, token), cancellationToken);
        if (reading is not { Notice: { } notice })
            return await FailAsync(error, ImportTexts.Refused(order.File, reading.Refusal!.Line, reading.Refusal.Message(Language.Chinese), reading.Refusal.Message(Language.English)));
        // Of a letter without its attachment plan and rule are kept; one that assigns nothing is no plan at all.
        if (!order.DryRun && notice.Warnings.FirstOrDefault(warning => warning.Issue == NoticeIssue.NothingAssigned) is { } nothing)
            return await FailAsync(error, ImportTexts.Refused(order.File, null, nothing.Message(Language.Chinese), nothing.Message(Language.English)));
        if (order.Rule is not null && WrongRule(order.Rule, notice) is { } wrong)
            return await FailAsync(error, wrong);
        var asking = order.Json || services.Terminal is not { } terminal ? null : new Asking(terminal, output);
        var outcome = order.DryRun ? new Outcome("") : await services.RunAsync((provider, token) => StoreAsync(provider, order, notice, content, asking, token), cancellationToken);
        if (outcome.IsRefused)
            return await FailAsync(error, outcome.Lines);
        await output.WriteLineAsync(order.Json ? NoticeJson.Write(notice) : ImportTexts.Preview(Summary(notice)) + outcome.Lines);
        return notice.Warnings.Any(warning => warning.Issue == NoticeIssue.NothingAssigned) ? ExitCode.BadInput : ExitCode.Done;
    }

    private static async Task<Outcome> StoreAsync(IServiceProvider services, Order order, Notice notice, byte[] content, Asking? asking, CancellationToken cancellationToken)
    {
        var plans = await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken);
        foreach (var named in new[] { order.Parent, order.Replaces }.OfType<string>())
        {
            if (Named(plans, named) is null)
                return new(PlanArgument.WhyNot(plans, named), IsRefused: true);
        }
        var import = new NoticeImport(
            notice, Path.GetFileName(order.File), Convert.ToHexStringLower(SHA256.HashData(content)), order.Parent is null ? null : Named(plans, order.Parent)!.Id, null, "command")
        {
            Replaces = order.Replaces is null ? null : Named(plans, order.Replaces)!.Id, AcceptRenames = order.AcceptRenames,
        };
        var standing = await services.GetRequiredService<CompareNotice>().RunAsync(import, cancellationToken);
        if (standing is { IsNew: true, Renames.Count: > 0 } && order.AcceptRenames is null)
            return new(ImportTexts.RenamesOpen(Both(language => NoticeDifferenceTexts.AskRenames(standing.Renames, language))), IsRefused: true);
        if (standing is { Plan: { } plan, Difference: { IsEmpty: false } difference })
            return await CorrectAsync(services, order, import, plan, difference, cancellationToken);
        var proposal = standing.IsNew ? await services.GetRequiredService<ProposeRule>().RunAsync(import, standing, cancellationToken) : null;
        if (proposal is not null)
            import = import with { Rule = await RuleAsync(order, notice, proposal, asking, cancellationToken) };
        var stored = await services.GetRequiredService<ImportNotice>().RunAsync(import, cancellationToken);
        var takenOver = stored.AlreadyThere ? null : TakenOver(standing, Language.Chinese) is null ? null : Both(language => TakenOver(standing, language)!) + "\n";
        var reach = await services.GetRequiredService<ReachQuery>().RunAsync(stored.Plan.Id, [], CivilTime.Of(stored.Plan.TimeZone).DayOf(stored.Plan.ImportedAt), cancellationToken);
        var assumed = proposal is not null && order.Rule is null && asking is null;
        return new(takenOver + ImportTexts.Stored(SummaryOf(stored, reach.Count(row => row.PersonName is null))) + (assumed ? "\n" + ImportTexts.RuleAssumed(Both(language => Described(proposal!.Rule, language)), proposal!.From) : ""));
    }

    private static async Task<Outcome> CorrectAsync(
        IServiceProvider services, Order order, NoticeImport import, Plan plan, PlanDifference difference, CancellationToken cancellationToken)
    {
        var shown = Both(language => NoticeDifferenceTexts.Difference(plan.Title, plan.SourceName, difference, MostTasks, language));
        if (!order.Apply)
            return new($"{shown}\n{ImportTexts.NotApplied}");
        if (await services.GetRequiredService<ApplyNotice>().RunAsync(import, plan.SourceHash, cancellationToken) is not { } applied)
            return new(ImportTexts.NotApplied, IsRefused: true);
        var moved = applied.Moved.Select(move => Both(language => NoticeDifferenceTexts.Moved(move.Period, move.OldDueOn, move.NewDueOn, language)));
        return new(string.Join('\n', [shown, .. moved, ImportTexts.Applied]));
    }

    /// <returns>Null for a rule that can be taken.</returns>
    private static string? WrongRule(string words, Notice notice) =>
        notice.Plan.Reporting is { DueRule: not null } stated ? ImportTexts.RuleStated(stated.Evidence)
        : RuleWords.Read(words, notice.Plan.IssuedOn) is null ? ImportTexts.RuleUnread(words)
        : null;

    /// <summary>What the person says to the question, asked again until it can be read; without a terminal the proposal is taken, and told.</summary>
    private static async Task<ChosenRule> RuleAsync(Order order, Notice notice, RuleProposal proposal, Asking? asking, CancellationToken cancellationToken)
    {
        var words = order.Rule;
        if (words is null && asking is not null)
        {
            await asking.Output.WriteLineAsync(Both(language => RuleTexts.Ask(Described(proposal.Rule, language), proposal.From, proposal.IsOfParent, notice.Plan.Reporting is not null, language).Text));
            await asking.Output.WriteLineAsync(ImportTexts.RulePrompt);
            while ((words = await asking.Terminal.ReadLineAsync(cancellationToken)) is { Length: > 0 } && RuleWords.Read(words, notice.Plan.IssuedOn) is null)
                await asking.Output.WriteLineAsync(ImportTexts.RuleUnread(words));
        }
        return words is { Length: > 0 } && RuleWords.Read(words, notice.Plan.IssuedOn) is { DueRule: { } due } said
            ? new(said.Frequency, due) { FirstPeriod = said.FirstPeriod, LeadOnly = said.LeadOnly }
            : proposal.Rule;
    }

    private static string Described(ChosenRule rule, Language language) => RuleTexts.Describe(rule.Frequency, rule.DueRule, language);

    private static Plan? Named(IReadOnlyList<Plan> plans, string name) =>
        PlanArgument.Among(plans, name) is [var only] ? only : null;

    private static string? TakenOver(NoticeStanding standing, Language language) =>
        NoticeDifferenceTexts.TakenOver(standing.Follows?.Title, standing.KnownNames, standing.NewNames, standing.GoneNames, language);

    /// <summary>The terminal does not tell whose it is.</summary>
    private static string Both(Func<Language, string> text) => $"{text(Language.Chinese)}\n{text(Language.English)}";

    private static ImportTexts.NoticeSummary Summary(Notice notice) => new(
        notice.Plan.Title, notice.Plan.Issuer, notice.Plan.IssuedOn, notice.Plan.Reporting?.Evidence,
        notice.Tasks.Select(task => new ImportTexts.TaskSummary(task.Number, TaskNames.Beginning(task.Title, task.Text), task.Line, [.. task.Units.Select(unit => (unit.Role, unit.Name))])).ToList(),
        [.. notice.Warnings.Select(warning => (warning.Line, warning.Message(Language.Chinese)))])
    {
        Understood = NoticeInWords.Rule(notice.Plan.Reporting, new WorkingDayCalendar(StateCouncilHolidays.Years), Language.Chinese), Contact = NoticeInWords.Contact(notice.Plan.Contact), Groups = NoticeInWords.Groups(notice),
    };

    private static ImportTexts.StoredSummary SummaryOf(ImportedPlan stored, int withoutContact) =>
        new(stored.Plan.Title, stored.Tasks, stored.Units, stored.AlreadyThere, withoutContact);

    private static async Task<int> FailAsync(TextWriter error, string line)
    {
        await error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return ExitCode.BadInput;
    }
}
