using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>Answers about one unit: how far it is, and what it wrote.</summary>
public sealed class UnitAnswers(ILedgerQuery ledger, IProgressRepository progress, IEvidenceRepository evidence, IPersonRepository people, SeenQuery seen, AcknowledgementRepository acknowledgements, AuditQuery audit, Unchanged unchanged, UnitFacts facts)
{
    /// <summary>More would fill more than a screen.</summary>
    private const int MostPeriods = 4;

    /// <summary>Of a unit that the asker has named; ambiguous or unknown names are asked back.</summary>
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Said.Units.Select(unit => unit.One?.Id).OfType<Guid>().Distinct().ToList() is { Count: > 1 } named && named.Count == question.Said.Units.Count)
            return await OfSeveralAsync(question, named, cancellationToken);
        if (question.Focus.UnitId is { } unitId)
            return await OfUnitAsync(question, unitId, cancellationToken);
        return question.Said.Unit is { IsAmbiguous: true } several
            ? UnitTexts.WhichOne(several.Words, several.Candidates, question.Language)
            : UnitTexts.Unknown(question.Said.Unit?.Words ?? question.Said.UnknownName ?? "", question.Language);
    }

    /// <summary>商务局和教委都报了吗: one after the other.</summary>
    private async Task<Reply> OfSeveralAsync(Question question, List<Guid> units, CancellationToken cancellationToken)
    {
        var parts = new List<Reply>();
        foreach (var unit in units)
            parts.Add(await OfUnitAsync(question with { Focus = question.Focus with { UnitId = unit } }, unit, cancellationToken));
        var text = string.Join("\n\n", parts.Select(part => part.Text));
        return new(SideBySide.IsMatch(question.Said.Plain) && await CountsAsync(question, units, cancellationToken) is { } counts ? $"{counts}\n\n{text}" : text);
    }

    /// <summary>教委跟科技局比，哪个交得多: the figures of both in one line, in the order named.</summary>
    private async Task<string?> CountsAsync(Question question, List<Guid> units, CancellationToken cancellationToken)
    {
        if (question.Plans is not [var view] || view.Find(view.KeyOf(question.Focus.Period)) is not { } period)
            return null;
        var tally = (await ledger.TallyAsync(period.Id, view.Now, cancellationToken)).ToDictionary(unit => unit.UnitId);
        return UnitTexts.SideBySide(period.Period, [.. units.Where(tally.ContainsKey).Select(id => tally[id])], question.Language);
    }

    /// <summary>是实打实的还是应付的, is it real or just for show: whether what was filed says anything.</summary>
    internal static bool AsksWhetherReal(string plain) => WhetherReal.IsMatch(plain);

    private static Regex WhetherReal => field ??= new("实打实|应付(?:的|事|了事|差事|我们)?(?=$|[,?吗么还])|糊弄|敷衍|走过场|凑数|有没有(?:实质|干货|料)|(?:有|没)(?:什么|啥)?(?:干货|实质内容|实质进展)|(?:是不是|都是|算)(?:零报告?|空的|空话)|(?<![a-z])(?:for show|box.?ticking|real (?:work|progress|reports?)|just (?:nil|fluff|words)|any substance|anything in (?:it|them)|padding|nil reports?)(?![a-z])");

    private static Regex SideBySide => field ??= new("(?:谁|哪家|哪个(?:单位)?|哪边|哪一家).{0,6}(?:多|少|快|慢|好|差|早|晚)|比(?:一?比|较|哪|谁|$|[,?])|对比|(?<![a-z])(?:who|which|compare)(?![a-z])");

    /// <summary>Whoever calls has checked that the asker may see the unit.</summary>
    public async Task<Reply> OfUnitAsync(Question question, Guid unitId, CancellationToken cancellationToken)
    {
        var parts = new List<Reply>();
        foreach (var view in question.Plans.Where(view => view.Units.Any(unit => unit.Id == unitId)))
            parts.Add(await OfPlanAsync(question, view, view.Units.First(unit => unit.Id == unitId), cancellationToken));
        return parts.Count == 0
            ? UnitTexts.Unknown("", question.Language)
            : new(string.Join("\n\n", parts.Select(part => part.Text))) { Buttons = [.. parts.SelectMany(part => part.Buttons).Take(6)] };
    }

    private async Task<Reply> OfPlanAsync(Question question, PlanView view, Unit unit, CancellationToken cancellationToken)
    {
        var parts = new List<Reply>();
        foreach (var key in await KeysAsync(question, view, unit, cancellationToken))
            parts.Add(await OfPeriodAsync(question, view, unit, key, cancellationToken));
        return parts is [var single] ? single : new(string.Join("\n\n", parts.Select(part => part.Text))) { Buttons = [.. parts.SelectMany(part => part.Buttons).Distinct().Take(6)] };
    }

    /// <summary>上季度写了什么, right after the quarter's end and before anything is filed for it: the one before is shown as well.</summary>
    private async Task<IReadOnlyList<ReportingPeriod>> KeysAsync(Question question, PlanView view, Unit unit, CancellationToken cancellationToken)
    {
        var keys = view.KeysOf(question.Focus.Periods);
        if (question is not { Intent: Intent.MyReport, Focus.Periods: [{ Reference: PeriodReference.BeforeToday }] } || view.Find(keys[0]) is not { } period || view.Find(keys[0].Previous()) is null
            || (await ledger.OfPeriodAsync(period.Id, unit.Id, cancellationToken)).Any(row => row.Version > 0))
            return [.. keys.Take(MostPeriods)];
        return [keys[0], keys[0].Previous()];
    }

    private async Task<Reply> OfPeriodAsync(Question question, PlanView view, Unit unit, ReportingPeriod key, CancellationToken cancellationToken)
    {
        var language = question.Language;
        IReadOnlyList<LedgerRow> rows = view.Find(key) is { } found ? await ledger.OfPeriodAsync(found.Id, unit.Id, cancellationToken) : [];
        if (view.Find(key) is not { } period || rows.Count == 0)
            return new(UnitTexts.OwesNothing(unit.Name, key, language));
        if (question.Intent is Intent.ReadReport or Intent.MyReport)
            return await ReadAsync(question, view, rows, key, cancellationToken);
        // 今年担了哪几件事 asks for the tasks, not how far they are.
        if (WhichTasks.IsMatch(question.Said.Plain) && question.Said.Evidence.Any(evidence => evidence.Idea is "TaskWord" or "WhichTask") && question.Said.Evidence.All(evidence => evidence.Idea is not ("Reported" or "NotReported" or "Overdue" or "Complete")))
            return new(UnitTexts.Tasks(unit.Name, key, rows, language)) { Buttons = [UnitTexts.Status(unit.Name, language)] };
        var buttons = new List<ReplyButton>();
        if (rows.Any(row => row.Version > 0))
            buttons.Add(UnitTexts.Read(unit.Name, language));
        if (question.Asker.Sees(Ability.Urge) && rows.Any(row => row.IsOpen))
            buttons.Add(UnitTexts.Urge(unit.Name, language));
        if (question.Said.Tasks.Count > 0 && rows.Where(row => question.Said.Tasks.Any(task => TaskWords.Counted(task, rows.Count) == row.UnitTaskOrdinal)).ToList() is { Count: > 0 } asked)
            return new(string.Join("\n\n", asked.Select(row => UnitTexts.TaskStatus(row, period, view.Now, view.Zone, language)))) { Buttons = buttons, Task = asked is [var one] ? one.UnitTaskOrdinal : null };
        var status = UnitTexts.Status(rows, period, view.Now, view.Zone, language, isYesOrNo: AsksWhether(question));
        if (AsksWhetherBack.IsMatch(question.Said.Plain))
            status = $"{UnitTexts.WhetherReturned(rows.Any(row => row.State == ObligationState.Returned), language)}\n{status}";
        if (question.Asker.Sees(Ability.SeeOverview) && AsksWhy.IsMatch(question.Said.Plain) && await WhyAsync(view, period, unit, rows, language, cancellationToken) is { } why)
            status = $"{why}\n{status}";
        if (question.Asker.Sees(Ability.SeeOverview) && Understand.AsksWhyNothing(question.Said.Plain))
            status = $"{status}\n{await facts.AskedForAsync(unit.Id, unit.Name, language, cancellationToken)}";
        if (question.Asker.Sees(Ability.SeeOverview) && (AsksWhetherReal(question.Said.Plain) || SideBySide.IsMatch(question.Said.Plain)) && await facts.NilAsync(rows, language, cancellationToken) is { } nil)
            status = $"{status}\n{nil}";
        if (AsksForState.IsMatch(question.Said.Plain) && Acceptance(rows, language) is { } acceptance)
            status = $"{status}\n{acceptance}";
        if (question.Asker.Sees(Ability.RunPlan) && rows.Any(row => row.IsOpen) && await seen.RunAsync(view.Plan.Id, key.ToString(), unit.Id, cancellationToken) is { Count: > 0 } readers)
            status = $"{status}\n{UnitTexts.Seen(readers, view.Zone, language)}";
        if (question.Asker.Sees(Ability.RunPlan) && rows.Any(row => row.IsOpen) && await acknowledgements.OfUnitAsync(view.Plan.Id, key.ToString(), unit.Id, cancellationToken) is { Count: > 0 } noted)
            status = $"{status}\n{AcknowledgeTexts.Of(noted, view.Zone, language)}";
        return new(status) { Buttons = buttons };
    }

    /// <summary>怎么逾期名单里没它: because it was given more time, by whom, when and why.</summary>
    private async Task<string?> WhyAsync(PlanView view, PlanPeriod period, Unit unit, IReadOnlyList<LedgerRow> rows, Language language, CancellationToken cancellationToken)
    {
        var moved = rows.Where(row => row.IsOpen && row.DueOn != period.DueOn).ToList();
        if (moved.Count == 0)
            return rows.Any(row => row.IsOpen) ? language.In("为什么没有报，系统里没有记录，我不作推测。", "Why it has not come in is not on record, and I do not guess.") : null;
        var lines = (await audit.RunAsync(new AuditFilter([unit.Id], ReportsOnly: true, period.Id), 0, MostRecords, cancellationToken))
            .Where(line => line.Action is "extend-due" or "return-report" && moved.Exists(row => row.UnitTaskOrdinal == line.UnitTaskOrdinal)).DistinctBy(line => line.UnitTaskOrdinal).OrderBy(line => line.UnitTaskOrdinal).ToList();
        var due = Days.Full(moved.Max(row => row.DueOn), language);
        return string.Join('\n', lines.Select(line => AuditTexts.Of(line, view.Zone, language)).Prepend(moved.Exists(row => row.IsOverdue(view.Now))
            ? language.In($"{unit.Name}的截止日期改过，现在是{due}。", $"The due date of {unit.Name} was moved; it is {due} now.")
            : language.In($"{unit.Name}没有列入逾期，因为截止日期已改到{due}，还没有到期：", $"{unit.Name} is not overdue because its due date was moved to {due}:")));
    }

    private const int MostRecords = 40;

    /// <summary>那现在这份算什么状态: whether what came in was accepted.</summary>
    private static string? Acceptance(IReadOnlyList<LedgerRow> rows, Language language)
    {
        var (reported, accepted) = (rows.Count(row => row.IsReported()), rows.Count(row => row.State == ObligationState.Accepted));
        return reported == 0 ? null : accepted == reported ? language.In("已全部审核通过。", "All of it has been accepted.")
            : accepted == 0 ? language.In("已报的还没有审核。", "What came in has not been accepted yet.") : language.In($"已报的{reported}项中，{accepted}项已审核通过，其余还没有审核。", $"{accepted} of the {reported} that came in have been accepted.");
    }

    private static Regex AsksForState => field ??= new("状态|审核|审过|通过了?(?:没|吗)|(?<![a-z])(?:state|status|accepted|approved|reviewed)(?![a-z])");

    private static Regex AsksWhy => field ??= new("为(?:什么|啥|何)|怎么.{0,14}(?:没|不)|凭(?:什么|啥)|(?:理由|原因|借口|说法)|(?<![a-z])(?:why|how come|excuse|reason|explanation|justification)(?![a-z])");

    /// <summary>教委报了吗, and 科技局呢 after it; 教委啥情况 asks for no yes.</summary>
    private static bool AsksWhether(Question question) => !AsksWhetherBack.IsMatch(question.Said.Plain) && !AsksWhy.IsMatch(question.Said.Plain) && !AsksWhich.IsMatch(question.Said.Plain) && !AsksWhetherReal(question.Said.Plain) && !AsksHow.IsMatch(question.Focus.Words) && !AsksHow.IsMatch(question.Said.Plain);

    private static Regex AsksHow => field ??= new("(?:啥|什么|何种|怎么个|咋个)(?:情况|状态|进度|进展|样)|怎么样|怎样|咋样|如何|情况呢|(?<!的)(?:情况|进度|状态)[?]?$|算什么|where (?:do|does|are|is)|how (?:is|are|far)|what(?:'s| is) the (?:state|status|story|situation)|status");

    /// <summary>退了没, is it back with them now: whether it was returned.</summary>
    private static Regex AsksWhetherBack => field ??= new("退(?:回)?(?:去)?(?:给他们)?了?(?:没有?|吗|么)[?]?$|^(?:so |and )?(?:is|was|has) (?:it|that|the report|theirs) .{0,12}(?:back|returned)(?: (?:with|to) (?:them|the unit))?(?: (?:now|yet|already))?[?]?$");

    /// <summary>what's still outstanding wants a list, and neither yes nor no.</summary>
    private static Regex AsksWhich => field ??= new("^(?:(?:so|and|but|ok|okay|well|hi|hello|(?:good )?morning|please|then|sorry|remind me|tell me|show me|(?:can|could|would) you (?:please )?(?:tell|remind|show) me)[,. ]+)*(?:what(?! about)|which|how (?:many|much|far)|list|show|where)(?![a-z])|(?:还|都|就)?(?:差|剩|缺|有|欠)(?:哪|几|多少|什么|啥)|(?<![a-z])(?:owe|outstanding|left to|still to)(?![a-z])|(?:还|都)?(?:欠|差)(?:你们|着)?(?:什么|啥|没有?|吗)|哪(?:几|些|个|项|条)|(?:到|进展到)哪");

    private async Task<Reply> ReadAsync(Question question, PlanView view, IReadOnlyList<LedgerRow> rows, ReportingPeriod key, CancellationToken cancellationToken)
    {
        var (language, unit) = (question.Language, rows[0].UnitName);
        var heading = UnitTexts.ReportHeading(unit, key, rows.Count(row => row.IsReported()), rows.Count, language);
        var wanted = question.Focus switch
        {
            { Task: -1 } => [rows[^1]], { Task: { } task } => rows.Where(row => row.UnitTaskOrdinal == task).ToList(),
            { TaskSubject: { } words } => TaskSubjects.Match(words, rows.Select(row => (row, $"{row.TaskTitle}{row.TaskText}"))),
            _ => rows,
        };
        if (wanted.Count == 0 && question.Focus.TaskSubject is { } subject && question.Focus.Task is null)
            return new(TaskTexts.NoSuchTask(subject, null, language));
        if (wanted.Count == 0)
            return new(UnitTexts.NoSuchTask(unit, question.Focus.Task!.Value, rows.Count, language));
        if (wanted.All(row => row.Version == 0))
            return new($"{heading}\n{string.Join('\n', wanted.Select(row => TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language)))}\n{language.In("尚未报送。", "Nothing has been reported yet.")}");
        var entries = await EntriesAsync(wanted, cancellationToken);
        var files = (await evidence.OfAsync([.. wanted.Select(row => row.ObligationId)], cancellationToken)).ToLookup(file => file.ObligationId);
        // The reviewer is told, and nobody else: whoever reports knows it.
        var same = question.Asker.Sees(Ability.SeeOverview) ? await unchanged.OfAsync(view, key, entries, cancellationToken) : null;
        var whole = UnitTexts.Report(heading, entries, view.Plan.Reporting.Sections, question.Focus.Section, view.Zone, language, files, same, key.Previous());
        if (whole.Length <= UnitTexts.WholeReport || wanted.Count == 1)
            return new(whole);
        var names = wanted.Select(row => TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language));
        return new($"{heading}\n{UnitTexts.TooLong(language)}\n{string.Join('\n', names)}")
        {
            Buttons = [.. wanted.Where(row => row.Version > 0).Take(6).Select(row => UnitTexts.ReadTask(unit, row.UnitTaskOrdinal, language))],
        };
    }

    /// <summary>一共几项 asks for a number.</summary>
    private static Regex WhichTasks => field ??= new("哪|什么|啥|清单|列|任务$|(?<![a-z])(?:what|which|list|show)(?![a-z])");

    private async Task<IReadOnlyList<(LedgerRow, ProgressEntry?, string)>> EntriesAsync(IReadOnlyList<LedgerRow> rows, CancellationToken cancellationToken)
    {
        var latest = (await progress.LatestAsync([.. rows.Select(row => row.ObligationId)], cancellationToken)).ToDictionary(entry => entry.ObligationId);
        var authors = new Dictionary<Guid, string>();
        foreach (var author in latest.Values.Select(entry => entry.AuthorId).Distinct())
            authors[author] = (await people.FindAsync(author, cancellationToken))?.Name ?? "";
        return [.. rows.Select(row => latest.TryGetValue(row.ObligationId, out var entry) ? (row, (ProgressEntry?)entry, authors[entry.AuthorId]) : (row, null, ""))];
    }
}
