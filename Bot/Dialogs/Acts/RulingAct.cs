using System.Text.Json;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>延期、退回、通过、免报: a coordinator decides about a unit's reports. 审签: the unit's leader does.</summary>
public sealed class RulingAct(RulingKind kind, Intent meant, ObligationChoice choice, ManyReports many, RuleOnReports rule, RulingOfRecords inAudit, IObligationRepository obligations, IRequestRepository requests, DecideRequest decide, DayAnew dayAnew, CurrentCalendar currentCalendar) : IAct
{
    private const string ReasonPart = "reason";
    private const string DayPart = "day";

    /// <summary>Working days that a returned report is given when nobody says how many.</summary>
    private const int DaysToRevise = 3;

    private const int DaysOfWeek = 7;
    private const int WorkingDaysOfWeek = 5;

    private static readonly JsonSerializerOptions Json = new();

    public string Name => Rulings.ActionOf(kind);

    public bool IsMeant(Intent intent, Asker asker) => intent == meant && (kind == RulingKind.SignOff
        ? asker.Person.Contacts.Any(contact => asker.Sees(Ability.SignOff, contact.UnitId))
        : asker.Sees(Rulings.AbilityFor(kind)));

    public bool IsForOneUnit => kind != RulingKind.SignOff;

    public Wish? Remark(Wish wish, string remark) => kind == RulingKind.SignOff ? null : wish with { Reason = Aside.Joined(wish.Reason, remark) };

    public Wish Read(Turn turn, Wish wish)
    {
        var ofMany = CanBeForMany ? ManyReports.Read(turn, wish) : null;
        wish = ofMany is null ? ObligationChoice.Read(turn, wish) : ofMany with { Period = ObligationChoice.Read(turn, ofMany).Period };
        if (kind == RulingKind.SignOff && wish.UnitId is null)
            wish = wish with { UnitId = turn.Asker.Person.Contacts.First(contact => turn.Asker.Sees(Ability.SignOff, contact.UnitId)).UnitId };
        // make it the Monday after then: counted from the day that is shown.
        if (wish.Day is { } shown && WeekdayAfter.Of(turn.Said.Plain, shown) is { } after)
            wish = wish with { Day = after, Days = null, Weeks = null };
        // 再晚两天，17号: the day decides.
        else if (turn.Said.Days is { } days && (turn.NamedDay is null || turn.Said.When is { IsVague: true }))
            // 多给两天, said of a return that is shown, comes on top of the days that it shows.
            wish = wish with { Weeks = kind == RulingKind.Extend && InWeeks.IsMatch(turn.Said.Plain) ? days / WorkingDaysOfWeek : null, Days = days + (kind == RulingKind.Return && wish.UnitId is not null && wish.Asking is null && More.IsMatch(turn.Said.Plain) ? wish.Days ?? DaysToRevise : 0), Day = null };
        else if (turn.NamedDay is { } day)
            wish = wish with { Day = day, Days = null, Weeks = null };
        // 周四吧，周五要上会, of a return that is shown with its reason: why it is to be another day.
        var isOfDay = wish is { Asking: null, UnitId: not null, Reason: not null } && turn.NamedDay is not null && !SaysReason.IsMatch(turn.Said.Raw);
        return (ReasonAtEnd.Match(turn.Said.Raw) is { Success: true } end ? end.Groups["reason"].Value.Trim() : isOfDay ? null : turn.Said.Reason) is { } reason ? wish with { Reason = reason } : wish;
    }

    private static Regex SaysReason => field ??= new("理由|原因|因为|(?<![a-z])(?:reason|because)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>说错了，是证监局，理由是统一口径: the reason by its name, behind what is corrected.</summary>
    private static Regex ReasonAtEnd => field ??= new(@"[，,。；;]\s*(?:原因|理由)(?:就)?(?:是|为|写)\s*[:：]?\s*[“""]?(?<reason>[^”""，,。；;]{2,300}(?:[，,][^”""，,。；;]{2,100})?)[”""]?[。.]?$|[,.;]\s*(?:the )?reason(?: is|:)\s+(?<reason>[^.;]{3,300})\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part switch
    {
        ReasonPart => ReasonIn(turn, wish, said),
        DayPart => turn.NamedDay is { } day && turn.Said.When is not { IsVague: true } ? wish with { Day = day, Days = null } : turn.Said.Days is { } days ? wish with { Days = days, Day = null }
            : turn.NamedDay is { } vague ? wish with { Day = vague, Days = null } : null,
        _ => ObligationChoice.Answer(turn, wish, part, said),
    };

    /// <summary>make it three, 改成五天: another number of days, where days were shown; 原因就写：… another reason, word for word.</summary>
    public Wish? Corrected(Turn turn, Wish wish) => !ManyReports.Are(wish) && UnitsMeant.Another(turn.Said, wish) is { } another ? ReasonAtEnd.Match(turn.Said.Raw) is { Success: true } end ? another with { Reason = end.Groups["reason"].Value.Trim() } : another
        : !ManyReports.Are(wish) && turn.Said.Units.Count == 0 && TasksLeftOut.Of(turn.Said, wish) is var fewer && fewer != wish ? fewer
        : ManyReports.Are(wish) && UnitsMeant.Changed(turn.Said, wish) is var changed && changed != wish ? changed
        : ReasonSaid.Match(turn.Said.Raw) is { Success: true } reason ? wish with { Reason = reason.Groups["reason"].Value.Trim() }
        : wish.Days is not null && JustANumber.Match(turn.Said.Plain) is { Success: true } said && Numbers.Parse(said.Groups["n"].Value) is > 0 and <= 60 and var days && days != wish.Days ? wish with { Days = days, Day = null, Weeks = null } : wish;

    private static Regex ReasonSaid => field ??= new(@"^(?:那|把|退回|延期|免报)*(?:的)?(?:原因|理由|意见)(?:就|改|那就)*(?:写成|改成|改为|换成|写|填|是)?\s*[:：，,]?\s*(?<reason>\S.{3,300})$|^(?:(?:the |make the )?reason(?: is| should be|:)|make the reason|put)\s+(?<reason>\S.{5,300})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>确认 is no reason, and 等一下，是第二项 corrects what the reason is asked for.</summary>
    private Wish? ReasonIn(Turn turn, Wish wish, string said)
    {
        if (turn.Said.Intent is Intent.Confirm or Intent.No && turn.Said.IsSure(0.7))
            return null;
        if ((turn.Said.IsCorrection || turn.Said.Tasks.Count > 0) && said.Trim().Length <= 15 && Read(turn, wish) is var corrected && corrected != wish)
            return corrected;
        // 补具体数字，周四前: the day by which it is due comes last.
        if (kind is RulingKind.Return or RulingKind.Extend && turn.NamedDay is { } day && DayLast.Match(said.Trim()) is { Success: true } last)
            return wish with { Reason = last.Groups["reason"].Value.TrimEnd('，', ',', '。', '；', ' '), Day = day, Days = null, Weeks = null };
        // 周五前给我 says by when, and not why.
        if (kind == RulingKind.Return && turn is { NamedDay: { } alone, Said.When: { } when } && ByThen.IsMatch(Spelling.Plain(said).Replace(when.Words, "·", StringComparison.Ordinal)))
            return wish with { Day = alone, Days = null, Weeks = null };
        return said.Trim() is { Length: > 0 } reason ? wish with { Reason = reason } : null;
    }

    /// <summary>A day, and no more around it than by when and to whom.</summary>
    private static Regex ByThen => field ??= new("^(?:请|让他们|叫他们|要他们|要|得|务必|最晚|最迟|在|于|限|那|就)*·(?:之前|以前|前|那天|当天)?(?:再|重新|必须|要|就|都)*(?:报|交|改好?|补好?|补齐|重报|重交|发|给|拿|送)*(?:给)?(?:来|上来|过来|回来|我|我们)*(?:吧|就行|即可)?$|^(?:by |before |until |due |back |again |on |the )*·(?: please)?[.]?$");

    private static Regex DayLast => field ??= new(@"^(?<reason>\S.{1,280}?)[，,。；;\s]+(?:请|要|得|务必|最晚|在|于)*[^，,。；;\s]{2,10}(?:之前|以前|前)(?:再|重新)*(?:报|交|改好?|补好?|重报|发|给我)*(?:来|上来|过来|我)?[。.]?$|^(?<reason>\S.{3,280}?)[,.;]?\s+(?:and )?(?:due |back |again )?by (?:the )?[a-z0-9]{2,12}(?: [a-z0-9]{1,10})?[.]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A return is read and reasoned one by one.</summary>
    private bool CanBeForMany => kind is RulingKind.Extend or RulingKind.Accept or RulingKind.Waive;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish is { Replaces: not null, Text: { } replaced, Day: { } day })
            return await dayAnew.NextAsync(turn, wish, Done(replaced), day, cancellationToken);
        if (ManyReports.Are(wish))
            return await NextOfManyAsync(turn, wish, cancellationToken);
        var (chosen, instead) = await choice.FindAsync(
            turn, wish, row => IsCandidate(row), asksWhich: kind == RulingKind.Return, (unit, period) => RulingTexts.Nothing(kind, unit, period, turn.Language), cancellationToken);
        if (chosen is null)
            return instead!;
        if (kind is RulingKind.Return or RulingKind.Waive && wish.Reason is null)
            return new ActStep.Ask(ReasonPart, RulingTexts.AskReason(kind, chosen.Unit.Name, Named(chosen.Rows), turn.Language));
        if (kind == RulingKind.Extend && wish is { Day: null, Days: null })
            return new ActStep.Ask(DayPart, RulingTexts.AskDay(chosen.Unit.Name, Named(chosen.Rows), chosen.Rows.Max(row => row.DueOn), turn.Language));
        var preview = await rule.PreviewAsync(await RulingOfAsync(wish, chosen, cancellationToken), cancellationToken);
        if (preview.Ruled.Count == 0)
        {
            var refused = RulingTexts.Refused(kind, chosen.Unit.Name, Refusals(preview), turn.Language);
            // Until the 6th, which is over: another day is asked for, and the rest of the wish stays.
            return kind == RulingKind.Extend && wish.Day is not null && preview.Refused.All(task => task.Reason is StateRefusal.NotLater or StateRefusal.DueInPast)
                ? new ActStep.Ask(DayPart, refused with { Text = $"{refused.Text}\n{RulingTexts.AskOtherDay(turn.Language)}", Buttons = [Buttons.Cancel(turn.Language)] }) : new ActStep.Refused(refused);
        }
        return new ActStep.Ready(await WithDayOffAsync(RulingTexts.Preview(kind, chosen.Unit.Name, chosen.Period.Period, Lines(preview), Refusals(preview), wish.Reason, turn.Language), wish, turn.Language, cancellationToken));
    }

    /// <summary>4月11日（周六）不是工作日: said before it is confirmed.</summary>
    private async Task<Reply> WithDayOffAsync(Reply preview, Wish wish, Language language, CancellationToken cancellationToken)
    {
        if (wish.Day is not { } day || kind is not (RulingKind.Extend or RulingKind.Return) || (await currentCalendar.ReadAsync(cancellationToken)) is var calendar && calendar.IsWorkingDay(day) || preview.Text.LastIndexOf('\n') is not (> 0 and var end))
            return preview;
        return preview with { Text = $"{preview.Text[..end]}\n{RulingTexts.DayOff(day, calendar.WorkingDaysFrom(day).First(), language)}{preview.Text[end..]}" };
    }

    private async Task<ActStep> NextOfManyAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (chosen, instead) = await many.FindAsync(turn, wish, IsCandidate, (unit, period) => RulingTexts.Nothing(kind, unit, period, turn.Language), cancellationToken);
        if (chosen is null)
            return instead!;
        var rows = chosen.SelectMany(one => one.Rows).ToList();
        var whose = RulingTexts.Units(chosen.Count, turn.Language);
        if (kind == RulingKind.Waive && wish.Reason is null)
            return new ActStep.Ask(ReasonPart, RulingTexts.AskReason(kind, whose, Named(rows), turn.Language));
        if (kind == RulingKind.Extend && wish is { Day: null, Days: null })
            return new ActStep.Ask(DayPart, RulingTexts.AskDay(whose, Named(rows), rows.Max(row => row.DueOn), turn.Language));
        var parts = await PartsAsync(wish, chosen, cancellationToken);
        return parts.TrueForAll(part => part.Preview.Ruled.Count == 0)
            ? new ActStep.Refused(new(string.Join('\n', parts.Take(UnitList.PageSize).Select(part => RulingTexts.Refused(kind, part.Unit, Refusals(part.Preview), turn.Language).Text))))
            : new ActStep.Ready(await WithDayOffAsync(RulingTexts.PreviewOfMany(kind, chosen[0].Period.Period, [.. parts.Select(part => (part.Unit, (IReadOnlyList<RulingLine>)Lines(part.Preview), (IReadOnlyList<(int, StateRefusal)>)Refusals(part.Preview)))], wish.Reason, turn.Language), wish, turn.Language, cancellationToken));
    }

    private async Task<List<(string Unit, Ruling Ruling, RulingPreview Preview)>> PartsAsync(Wish wish, IReadOnlyList<ChosenReports> chosen, CancellationToken cancellationToken)
    {
        var parts = new List<(string, Ruling, RulingPreview)>();
        foreach (var one in chosen)
        {
            var ruling = await RulingOfAsync(wish, one, cancellationToken);
            parts.Add((one.Unit.Name, ruling, await rule.PreviewAsync(ruling, cancellationToken)));
        }
        return parts;
    }

    private async Task<ActDone> RunForManyAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (chosen, instead) = await many.FindAsync(turn, wish, IsCandidate, (unit, period) => RulingTexts.Nothing(kind, unit, period, turn.Language), cancellationToken);
        if (chosen is null)
            return new(instead is ActStep.Refused refused ? refused.Reason : ActTexts.Overtaken(turn.Language));
        var parts = (await PartsAsync(wish, chosen, cancellationToken)).FindAll(part => part.Preview.Ruled.Count > 0);
        if (parts.Count == 0 || await rule.RunAllAsync([.. parts.Select(part => part.Ruling)], turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is not { } done)
            return new(ActTexts.Overtaken(turn.Language));
        return new(RulingTexts.DoneForMany(kind, chosen[0].Period.Period, [.. parts.Select(part => (part.Unit, (IReadOnlyList<RulingLine>)Lines(part.Preview)))], done.Any(one => one.LetterId is not null), turn.Language), JsonSerializer.Serialize(done, Json));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish is { Replaces: not null, Text: { } replaced, Day: { } day })
            return await dayAnew.RunAsync(turn, wish, Done(replaced), day, cancellationToken) is var (told, again) ? new(told, JsonSerializer.Serialize(again, Json)) : new(ActTexts.Overtaken(turn.Language));
        if (ManyReports.Are(wish))
            return await RunForManyAsync(turn, wish, cancellationToken);
        var (chosen, instead) = await choice.FindAsync(turn, wish, row => IsCandidate(row), asksWhich: false, (unit, period) => RulingTexts.Nothing(kind, unit, period, turn.Language), cancellationToken);
        if (chosen is null)
            return new(instead is ActStep.Refused refused ? refused.Reason : ActTexts.Overtaken(turn.Language));
        var ruling = await RulingOfAsync(wish, chosen, cancellationToken);
        var preview = await rule.PreviewAsync(ruling, cancellationToken);
        if (await rule.RunAsync(ruling, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is not { } done)
            return new(ActTexts.Overtaken(turn.Language));
        var reply = RulingTexts.Done(kind, chosen.Unit.Name, chosen.Period.Period, Lines(preview), done.LetterId is not null, turn.Language);
        // The unit had asked for more time, and has it now, be it until another day.
        if (kind == RulingKind.Extend)
            done = done with { Settled = await decide.SettleWithRulingAsync(chosen.Unit.Id, [.. done.Changes.Select(change => change.After.Id)], RulingTexts.Given(done.Changes.Max(change => change.After.DueOn), turn.Language), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) };
        if (done.Settled.Count > 0)
            reply = reply with { Text = $"{reply.Text}\n{RulingTexts.Answered(done.Settled, turn.Language)}" };
        // What it had asked for other tasks still waits.
        if (kind == RulingKind.Extend && (await requests.OpenAsync(cancellationToken)).Where(request => request.Kind == RequestKind.Extension && request.UnitId == chosen.Unit.Id).Select(request => request.Number).ToList() is { Count: > 0 } waiting)
            reply = reply with { Text = $"{reply.Text}\n{RulingTexts.StillAskedFor(waiting, turn.Language)}" };
        return new(reply, JsonSerializer.Serialize(done, Json));
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var done = Done(undo);
        if (!await rule.UndoAllAsync(done, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken))
            return ActTexts.CannotUndo(turn.Language);
        await decide.ReopenAsync([.. done.SelectMany(one => one.Settled)], turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
        return RulingTexts.Undone(kind, await many.ToldAsync(turn, [.. done.SelectMany(one => one.Changes)], cancellationToken), turn.Language);
    }

    /// <summary>One ruling, or one for each of many units.</summary>
    private static List<RulingDone> Done(string undo) => undo.StartsWith('[') ? JsonSerializer.Deserialize<List<RulingDone>>(undo, Json)! : [JsonSerializer.Deserialize<RulingDone>(undo, Json)!];

    public async Task<Reply?> AddReasonAsync(Turn turn, string undo, string reason, CancellationToken cancellationToken)
    {
        if (kind == RulingKind.SignOff)
            return null;
        var done = Done(undo);
        foreach (var one in done)
        {
            if (!await rule.AddReasonAsync(one, reason, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken))
                return ActTexts.CannotUndo(turn.Language);
        }
        var units = turn.AllPlans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).ToDictionary(unit => unit.Id, unit => unit.Name);
        return new(RulingTexts.ReasonAdded(kind, done.Count > 1 ? RulingTexts.Units(done.Count, turn.Language) : units.GetValueOrDefault(done[0].Changes[0].After.UnitId, ""), reason, turn.Language));
    }

    public async Task<Guid?> UnitOfAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken) =>
        (await obligations.FindAsync([.. records.Select(record => record.SubjectId)], cancellationToken)).Select(obligation => obligation.UnitId).Distinct().ToList() is [var unit] ? unit : null;

    public async Task<string?> UndoOfAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken) =>
        await inAudit.ReadAsync(kind, records, cancellationToken) is { } ruling
            ? JsonSerializer.Serialize(ruling.Changes.GroupBy(change => change.Before.UnitId).Select(unit => ruling with { Changes = [.. unit] }).ToList(), Json) : null;

    /// <summary>The reports of a unit that this ruling can be about when no number is said.</summary>
    private bool IsCandidate(LedgerRow row) => kind switch
    {
        RulingKind.Extend or RulingKind.Waive => row.IsOpen,
        RulingKind.Accept => row.State is ObligationState.Submitted or ObligationState.AwaitingSignOff,
        RulingKind.SignOff => row.State == ObligationState.AwaitingSignOff,
        _ => row.State is ObligationState.Submitted or ObligationState.AwaitingSignOff or ObligationState.Accepted,
    };

    private async Task<Ruling> RulingOfAsync(Wish wish, ChosenReports chosen, CancellationToken cancellationToken)
    {
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        var today = Days.DayOf(chosen.View.Now, chosen.View.Zone);
        var due = chosen.Rows.Max(row => row.DueOn);
        DateOnly? dueOn = kind switch
        {
            RulingKind.Extend when wish is { Day: null, Weeks: { } weeks } => Worked(calendar, (due >= today ? due : today).AddDays(DaysOfWeek * weeks)),
            RulingKind.Extend => wish.Day ?? Later(calendar.Plus(due, wish.Days ?? 0), calendar.Plus(today, wish.Days ?? 0), today),
            RulingKind.Return => wish.Day ?? calendar.Plus(today, wish.Days ?? DaysToRevise),
            _ => null,
        };
        return new(kind, [.. chosen.Rows.Select(row => row.ObligationId)], dueOn, wish.Reason);
    }

    /// <summary>A week more ends on the same weekday, holidays or not; on the next working day where that is none.</summary>
    private static DateOnly Worked(WorkingDayCalendar calendar, DateOnly day) => calendar.WorkingDaysFrom(day).First();

    /// <summary>Two days more are counted from the due day; where that is over again already, from today.</summary>
    private static DateOnly Later(DateOnly fromDue, DateOnly fromToday, DateOnly today) => fromDue >= today ? fromDue : fromToday;

    private static List<RulingLine> Lines(RulingPreview preview) =>
        [.. preview.Ruled.Select(task => new RulingLine(task.Row.UnitTaskOrdinal, TaskNames.Beginning(task.Row.TaskTitle, task.Row.TaskText), task.Before.DueOn, task.After.DueOn))];

    private static List<(int, StateRefusal)> Refusals(RulingPreview preview) => [.. preview.Refused.Select(task => (task.Row.UnitTaskOrdinal, task.Reason))];

    private static List<string> Named(IReadOnlyList<LedgerRow> rows) => [.. rows.Select(row => TaskNames.Beginning(row.TaskTitle, row.TaskText))];

    private static Regex JustANumber => field ??= new($"^(?:不|不对|还是|那|就|no)*[, ]*(?:make (?:it|that) |改成|改为|给|要)?(?<n>{Numbers.Pattern}|{Numbers.EnglishPattern})(?:个?工作日|天| (?:working )?days?)?(?:吧|please)?$");

    private static Regex InWeeks => field ??= new("(?:个|一|二|两|三|四|[0-9])(?:周|星期|礼拜)|weeks?(?![a-z])");

    private static Regex More => field ??= new("多给|再给|再(?:多|宽|延|加)|加(?=[一二两三四五1-9])|(?<![a-z])(?:more|extra|another)(?![a-z])");
}
