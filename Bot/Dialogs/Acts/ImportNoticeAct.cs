using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Importing.Repair;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>A coordinator sends a notice, as a file or pasted whole: counts and doubts are shown, of a corrected one what it changes, and only then is it stored.</summary>
public sealed class ImportNoticeAct(MendNotice mend, DeskAccess desk, ImportNotice import, CompareNotice compare, ProposeRule propose, ApplyNotice apply, ReachQuery reach, CurrentCalendar calendar, TimeProvider clock) : IAct
{
    private const string FilePart = "file";
    private const string RenamesPart = "renames";
    private const string RulePart = "rule";
    private const string FirstPart = "first-period";
    private const int LastOfUnknown = 10_000;

    /// <summary>Name under which a pasted text is kept.</summary>
    private const string Pasted = "粘贴的通知.txt";

    public string Name => "import-notice";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.ImportNotice && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish) =>
        ContentOf(turn) is { } sent ? Sent(wish, sent.Name, Convert.ToBase64String(sent.Content)) with { AcceptRenames = null, Rule = null, FirstPeriod = null, Page = 0 } : wish;

    /// <summary>The same file once more goes on with its draft, and with what was put right in it; another begins one of its own, also when it was sent before.</summary>
    private static Wish Sent(Wish wish, string name, string text)
    {
        var sent = wish with { Name = name, Text = text };
        return wish.Text is null || wish.Text == text ? sent : sent with { Repairs = [], Id = DraftOf(sent) };
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        ContentOf(turn) is not null ? Read(turn, wish)
        : part == RulePart ? (TakesProposal.IsMatch(said) ? wish with { Rule = "" } : RuleWords.Read(said, issuedOn: null) is not null ? wish with { Rule = said } : null)
        : part == FirstPart ? (FirstPeriods.IsNamed(said) ? wish with { FirstPeriod = said } : null)
        : part != RenamesPart ? null
        : Denied.IsMatch(said) ? wish with { AcceptRenames = false }
        : Agreed.IsMatch(said) ? wish with { AcceptRenames = true }
        : null;

    public bool ReadsByItself(Turn turn, Wish wish) => wish.Text is not null && (TurnsPage(turn, wish) || RepairWords.Read(turn.Said.Raw).Count > 0);

    public Wish? Corrected(Turn turn, Wish wish) => !ReadsByItself(turn, wish) ? wish
        : TurnsPage(turn, wish) ? wish with { Page = NoticePages.Of(turn.Said, wish.Page, LastPageOf(wish))!.Value }
        : wish with { Repairs = [.. wish.Repairs, turn.Said.Raw], Page = 0, Asking = null };

    /// <summary>Only at the preview: a question has no pages.</summary>
    private static bool TurnsPage(Turn turn, Wish wish) => wish.Asking is null && NoticePages.Turns(turn.Said);

    /// <summary>As far as the file tells by itself; of one that has to be converted first any page may be the last.</summary>
    private static int LastPageOf(Wish wish) =>
        NoticeReader.Read(Convert.FromBase64String(wish.Text!), wish.Name!) is { Notice.Tasks.Count: var tasks } ? Math.Max(0, tasks - 1) / NoticePreviewTexts.TasksOnPage : LastOfUnknown;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var language = turn.Language;
        if (wish.Text is null)
            return new ActStep.Ask(FilePart, ImportNoticeTexts.AskFile(language));
        if (await NoticeAsync(turn, wish, cancellationToken) is var (notice, repair, refusal) && (notice is null || repair is null))
            return new ActStep.Refused(ImportNoticeTexts.Refused(wish.Name!, refusal!.Line, refusal.Message(language), language));
        var order = ImportOf(turn, wish, repair, notice);
        var standing = await compare.RunAsync(order, cancellationToken);
        if (standing.SaysTheSame)
            return new ActStep.Refused(ImportNoticeTexts.Known(standing.Plan!.Title, language));
        if (order.AcceptRenames is null && standing.Renames.Count > 0)
            return new ActStep.Ask(RenamesPart, ImportNoticeTexts.AskRenames(standing.Renames, language));
        if (standing is { Plan: { } plan, Difference: { } difference })
            return new ActStep.Ready(ImportNoticeTexts.Correction(plan.Title, plan.SourceName, difference, Told(turn, wish, repair), language));
        var proposal = await propose.RunAsync(order, standing, cancellationToken);
        if (wish.Rule is null && proposal is not null)
            return new ActStep.Ask(RulePart, RuleTexts.Ask(RuleTexts.Describe(proposal.Rule.Frequency, proposal.Rule.DueRule, language), proposal.From, proposal.IsOfParent, notice.Plan.Reporting is not null, language));
        if (FrequencyToStart(notice, RuleOf(wish, notice, proposal)) is { } frequency && (wish.FirstPeriod is null || FirstPeriods.Named(wish.FirstPeriod, frequency) is null))
            return new ActStep.Ask(FirstPart, ImportNoticeTexts.AskFirstPeriod(Choices(notice, frequency), language));
        var warnings = notice.Warnings.Where(warning => wish.FirstPeriod is null || warning.Issue != NoticeIssue.FirstPeriodUnknown).Select(warning => (warning.Line, warning.Message(language))).ToList();
        var shown = SummaryOf(Decided(wish, notice), RuleIn(wish, notice, proposal, language), RuleOf(wish, notice, proposal), await calendar.ReadAsync(cancellationToken), language);
        return new ActStep.Ready(NoticePreviewTexts.Preview(shown with { Warnings = warnings, TakenOver = TakenOver(standing, NoticeInWords.Groups(notice), language), Told = Told(turn, wish, repair) }, wish.Page, language));
    }

    /// <summary>Once, in the answer to the words that it came of.</summary>
    private static string? Told(Turn turn, Wish wish, NoticeInRepair repair) =>
        wish.Repairs is [.., var last] && last == turn.Said.Raw ? NoticeRepairTexts.Told(wish.Page, repair.Told, Shown(repair.Notice), turn.Language) : null;

    /// <summary>The way to the page where every doubt stands beside its source line. A link belongs to one person and works once: it is made when the preview goes out, and where others read along it is not.</summary>
    public async Task<Reply> CompletedAsync(Turn turn, Wish wish, Reply preview, CancellationToken cancellationToken) => wish.Text is null || wish.Asking == FilePart || preview.Card is null || turn.Asker.Readers.Count > 0 ? preview
        : NoticePreviewTexts.WithLink(preview, await desk.InviteAsync(turn.Asker.Person.Id, $"/dashboard/import/{DraftOf(wish)}", cancellationToken), (int)DeskAccess.LinkLifetime.TotalMinutes, turn.Language);

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.Text is null || await NoticeAsync(turn, wish, cancellationToken) is not { Notice: { } notice, Repair: { } repair })
            return new(ActTexts.Overtaken(turn.Language));
        var order = ImportOf(turn, wish, repair, Decided(wish, notice));
        order = order with { Rule = RuleOf(wish, notice, await propose.RunAsync(order, await compare.RunAsync(order, cancellationToken), cancellationToken)) };
        var stored = await import.RunAsync(order, cancellationToken);
        var applied = !stored.Differs ? null : await apply.RunAsync(order, stored.Plan.SourceHash, cancellationToken);
        if (stored.Differs && applied is null)
            return new(ActTexts.Overtaken(turn.Language));
        await mend.DiscardAsync(DraftOf(wish), turn.Asker.Person.Id, cancellationToken);
        if (applied is not null)
            return new(ImportNoticeTexts.Applied(applied.Plan.Title, applied.Difference, [.. applied.Moved.Select(move => (move.Period, move.OldDueOn, move.NewDueOn))], turn.Language));
        return stored.AlreadyThere ? new(ImportNoticeTexts.Known(stored.Plan.Title, turn.Language))
            : new(ImportNoticeTexts.Stored(stored.Plan.Title, stored.Tasks, stored.Units, await WithoutContactAsync(stored, cancellationToken), turn.Language));
    }

    /// <summary>The notice as it stands in its draft, which the dashboard's page mends too.</summary>
    private async Task<(Notice? Notice, NoticeInRepair? Repair, NoticeRefusal? Refusal)> NoticeAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (repair, refusal) = await mend.GoOnAsync(DraftOf(wish), Convert.FromBase64String(wish.Text!), wish.Name!, turn.Asker.Person.Id, wish.Repairs, cancellationToken);
        return (repair?.Notice, repair, refusal);
    }

    /// <summary>Of this file in this conversation.</summary>
    private static Guid DraftOf(Wish wish) => new(SHA256.HashData([.. wish.Id.ToByteArray(), .. Convert.FromBase64String(wish.Text!)])[..16]);

    private async Task<IReadOnlyList<string>> WithoutContactAsync(ImportedPlan stored, CancellationToken cancellationToken) =>
        [.. (await reach.RunAsync(stored.Plan.Id, [], CivilTime.Of(stored.Plan.TimeZone).DayOf(stored.Plan.ImportedAt), cancellationToken)).Where(row => row.PersonName is null).Select(row => row.UnitName)];

    /// <summary>Obligations are written as soon as a plan is stored; nothing of that is taken back.</summary>
    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    /// <summary>Whether a text that was typed or pasted is a whole notice; a few numbered lines are none.</summary>
    public static bool IsNotice(string text) =>
        text.Length >= 200 && text.Count(c => c == '\n') >= 4 && NoticeReader.Read(System.Text.Encoding.UTF8.GetBytes(text), Pasted) is { Notice.Tasks.Count: >= 2 };

    private static (string Name, byte[] Content)? ContentOf(Turn turn) => turn.Files is [var file, ..] ? (file.Name, file.Content)
        : IsNotice(turn.Said.Raw) ? (Pasted, System.Text.Encoding.UTF8.GetBytes(turn.Said.Raw))
        : null;

    private static NoticeImport ImportOf(Turn turn, Wish wish, NoticeInRepair repair, Notice notice) =>
        new(notice, wish.Name!, HashOf(wish), repair.ParentId, turn.Asker.Person.Id, turn.Asker.Channel) { AcceptRenames = wish.AcceptRenames ?? repair.AcceptRenames };

    /// <returns>Null when the notice states the rule itself, or nobody was asked.</returns>
    private static ChosenRule? RuleOf(Wish wish, Notice notice, RuleProposal? proposal) =>
        proposal is null || wish.Rule is not { } words ? null
        : words.Length == 0 ? proposal.Rule with { FirstPeriod = proposal.Rule.FirstPeriod ?? Chosen(wish, proposal.Rule.Frequency) }
        : RuleWords.Read(words, notice.Plan.IssuedOn) is { DueRule: { } due } said ? new(said.Frequency, due) { FirstPeriod = said.FirstPeriod ?? Chosen(wish, said.Frequency), LeadOnly = said.LeadOnly }
        : proposal.Rule;

    /// <returns>How often is reported where nothing tells the first period; null where it is told, or follows from the notice's date.</returns>
    private static Frequency? FrequencyToStart(Notice notice, ChosenRule? chosen) =>
        notice.Plan.Reporting?.FirstPeriod is not null || chosen?.FirstPeriod is not null || notice.Plan.IssuedOn is { Length: >= 10 } ? null : notice.Plan.Reporting?.Frequency ?? chosen?.Frequency;

    /// <summary>The one under way, or the plan's first where that is later, and the two after it: none is over.</summary>
    private IReadOnlyList<ReportingPeriod> Choices(Notice notice, Frequency frequency)
    {
        var first = FirstPeriods.Proposed(notice.Plan, frequency, CivilTime.Of(Plan.DefaultTimeZone).DayOf(clock.GetUtcNow()));
        return [first, first.Next(), first.Next().Next()];
    }

    private static ReportingPeriod? Chosen(Wish wish, Frequency frequency) => wish.FirstPeriod is { } words ? FirstPeriods.Named(words, frequency) : null;

    /// <summary>With the first period that was chosen.</summary>
    private static Notice Decided(Wish wish, Notice notice) =>
        notice.Plan.Reporting is { FirstPeriod: null } stated && Chosen(wish, stated.Frequency) is { } first ? notice with { Plan = notice.Plan with { Reporting = stated with { FirstPeriod = first } } } : notice;

    private static string RuleIn(Wish wish, Notice notice, RuleProposal? proposal, Language language) =>
        RuleOf(wish, notice, proposal) is not { } chosen ? notice.Plan.Reporting!.Evidence
        : RuleTexts.Chosen(RuleTexts.Describe(notice.Plan.Reporting?.Frequency ?? chosen.Frequency, chosen.DueRule, language), wish.Rule is "" ? proposal!.From : null, proposal!.IsOfParent, language);

    /// <summary>A collective name is no unit that somebody could be registered for: those are told apart.</summary>
    private static string? TakenOver(NoticeStanding standing, IReadOnlyList<string> groups, Language language) =>
        NoticeDifferenceTexts.TakenOver(standing.Follows?.Title, [.. standing.KnownNames.Except(groups)], [.. standing.NewNames.Except(groups)], [.. standing.GoneNames.Except(groups)], language);

    private static string HashOf(Wish wish) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(wish.Text!)));

    private NoticeCounts SummaryOf(Notice notice, string rule, ChosenRule? chosen, WorkingDayCalendar calendar, Language language) => new(
        notice.Plan.Title, notice.Plan.Issuer, notice.Plan.IssuedOn, rule, Shown(notice))
    {
        Understood = NoticeInWords.Rule(Understood(notice, chosen), calendar, language), Contact = NoticeInWords.Contact(notice.Plan.Contact), Groups = NoticeInWords.Groups(notice),
    };

    private static IReadOnlyList<ShownTask> Shown(Notice notice) =>
        [.. notice.Tasks.Select(task => new ShownTask(TaskNames.Beginning(task.Title, task.Text), task.Line, [.. task.Units.Select(unit => (unit.Role, unit.Name))]))];

    /// <summary>The whole rule, what was decided put beside what the notice states.</summary>
    private NoticeReporting? Understood(Notice notice, ChosenRule? chosen)
    {
        var rule = notice.Plan.Reporting;
        if (chosen is not null)
            rule = (rule ?? new() { Frequency = chosen.Frequency, Evidence = "", Line = 1, Sections = [], LeadOnly = chosen.LeadOnly, FirstPeriod = chosen.FirstPeriod }) with { DueRule = rule?.DueRule ?? chosen.DueRule };
        return rule is null ? null : rule with { FirstPeriod = rule.FirstPeriod ?? FirstPeriods.Proposed(notice.Plan, rule.Frequency, CivilTime.Of(Plan.DefaultTimeZone).DayOf(clock.GetUtcNow())) };
    }

    private static Regex Denied => field ??= new("不是|没改|没有改|不同|另一|两个|两家|^否|(?i:\\bnot?\\b|other|different)");

    private static Regex TakesProposal => field ??= new("^(?:就?[照按]此|照(?:此|这个|上级|办|旧|做)|按(?:此|这个|上级|通常|默认|惯例|去年)|就?这样|可以|好的?|行|同意|对|是的?|默认|没问题|(?i:take (?:that|it)|yes|ok(?:ay)?|fine|agreed?|as usual|as proposed))(?![^。！!,.，]{4})");

    private static Regex Agreed => field ??= new("是的?|改名|更名|同一|对|没错|(?i:renamed|yes|same)");
}
