using System.Text;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <param name="Ordinal">第二项 among the unit's own.</param>
/// <param name="OldDueOn">Same as <paramref name="NewDueOn"/> where the ruling moves no date.</param>
public sealed record RulingLine(int Ordinal, string Name, DateOnly OldDueOn, DateOnly NewDueOn);

/// <summary>Words about rulings: asking, showing beforehand, saying what was done, and telling the unit.</summary>
public static class RulingTexts
{
    public static string ReasonAdded(RulingKind kind, string unit, string reason, Language language) => language.In(
        $"好的，已为{unit}的{Name(kind, language)}补记理由：{reason}", $"Done: the reason was added to the {Name(kind, language)} of {unit}: {reason}");

    public static string Name(RulingKind kind, Language language) => kind switch
    {
        RulingKind.Extend => language.In("延期", "extension"),
        RulingKind.Return => language.In("退回", "return"),
        RulingKind.Accept => language.In("审核通过", "acceptance"),
        RulingKind.Waive => language.In("免报", "waiver"),
        _ => language.In("审签", "sign-off"),
    };

    public static Reply AskReason(RulingKind kind, string unit, IReadOnlyList<string> tasks, Language language) => new(kind == RulingKind.Return
        ? language.In($"退回{unit}的{Count(tasks, language)}，请说明理由，联络员会看到原话。", $"Returning {Count(tasks, language)} of {unit}: what is the reason? Their contact will read your words.")
        : language.In($"{unit}的{Count(tasks, language)}免报，请说明理由，会记入台账。", $"Waiving {Count(tasks, language)} of {unit}: what is the reason? It is kept with the decision."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    public static Reply AskDay(string unit, IReadOnlyList<string> tasks, DateOnly due, Language language) => new(language.In(
        $"{unit}的{Count(tasks, language)}现截止{Days.Brief(due, language)}，延到哪一天？可以说日期，也可以说延几个工作日。",
        $"{Count(tasks, language)} of {unit} due {Days.Brief(due, language)}: until when? Give a date or a number of working days."))
    {
        Buttons = [Buttons.Of(language, "延2个工作日", "2 more working days"), Buttons.Of(language, "延3个工作日", "3 more working days"), Buttons.Of(language, "延5个工作日", "5 more working days"), Buttons.Cancel(language)],
    };

    /// <summary>After a day that cannot be.</summary>
    public static string AskOtherDay(Language language) => language.In("请再说一个日期，也可以说延几个工作日。", "Please give another day, or a number of working days.");

    /// <param name="next">The first working day after it.</param>
    public static string DayOff(DateOnly day, DateOnly next, Language language) => language.In(
        $"请注意：{Days.Brief(day, language)}不是工作日；要顺延到{Days.Brief(next, language)}，请直接说日期。", $"Note: {Days.Brief(day, language)} is no working day; if you mean {Days.Brief(next, language)}, just say so.");

    public static Reply Preview(
        RulingKind kind, string unit, ReportingPeriod period, IReadOnlyList<RulingLine> lines, IReadOnlyList<(int Ordinal, StateRefusal Reason)> refused, string? reason, Language language)
    {
        var text = new StringBuilder(language.In(
            $"将对{unit}{PeriodNames.Of(period, language)}的以下{lines.Count}项{Verb(kind, language)}：", $"This will {Verb(kind, language)} for {unit}, {PeriodNames.Of(period, language)}:"));
        foreach (var line in lines)
            text.Append('\n').Append(language.In($"第{Numerals.Chinese(line.Ordinal)}项：", $"Task {line.Ordinal}: ")).Append(line.Name).Append(Dates(kind, line, language));
        if (reason is not null)
            text.Append('\n').Append(language.In($"理由：{reason}", $"Reason: {reason}"));
        foreach (var (ordinal, why) in refused)
            text.Append('\n').Append(language.In($"第{Numerals.Chinese(ordinal)}项不变：{Why(why, language)}。", $"Task {ordinal} stays as it is: {Why(why, language)}."));
        return ActTexts.Confirm(text.ToString(), language);
    }

    public static Reply Done(RulingKind kind, string unit, ReportingPeriod period, IReadOnlyList<RulingLine> lines, bool isTold, Language language)
    {
        var tasks = string.Join(language.In("、", ", "), lines.Select(line => TaskNames.Ordinal(line.Ordinal, language)));
        var isMoved = lines.Any(line => line.OldDueOn != line.NewDueOn);
        var due = !Rulings.HasDueDay(kind) ? ""
            : isMoved ? language.In($"，新的截止日期：{Days.Brief(lines[0].NewDueOn, language)}", $"; now due {Days.Brief(lines[0].NewDueOn, language)}")
            : language.In($"，截止日期仍是{Days.Brief(lines[0].NewDueOn, language)}", $"; still due {Days.Brief(lines[0].NewDueOn, language)}");
        var told = kind == RulingKind.SignOff ? "" : isTold ? language.In("已通知联络员。", " The contact is being told.") : language.In("该单位还没有联络员，没有人可以通知。", " The unit has no contact, so nobody can be told.");
        return new(language.In(
            $"好的，{unit}{PeriodNames.Of(period, language)}{tasks}已{Name(kind, language)}{due}。{told}", $"Done: {Name(kind, language)} of {tasks}, {unit}, {PeriodNames.Of(period, language)}{due}.{told}"))
        {
            Buttons = [ActTexts.Undo(language), Buttons.WhoHasNotReported(language)],
        };
    }

    /// <summary>Requests for more time that were not decided by giving it.</summary>
    public static string Given(DateOnly day, Language language) => language.In($"已延至{Days.Brief(day, language)}", $"given until {Days.Brief(day, language)}");

    /// <summary>Requests that the new day has settled.</summary>
    public static string Answered(IReadOnlyList<int> numbers, Language language) => language.In($"该单位的延期申请（编号{string.Join("、", numbers)}）已随之办结。", $"Their request for more time (number {string.Join(", ", numbers)}) is settled by this.");

    public static string StillAskedFor(IReadOnlyList<int> numbers, Language language) => language.In(
        $"该单位的延期申请（编号{string.Join("、", numbers)}）还在待处理中，说“不同意申请{numbers[0]}”可以结掉，已延的日期不变。",
        $"Their request for more time (number {string.Join(", ", numbers)}) still waits; say \"decline request {numbers[0]}\" to settle it, the new date stays.");

    /// <summary>15个单位.</summary>
    public static string Units(int count, Language language) => language.In($"{count}个单位", ReminderTexts.Plural(count, "unit"));

    /// <summary>Units whose tasks are told one by one; more are counted.</summary>
    private const int FewUnits = 3;

    public static Reply PreviewOfMany(
        RulingKind kind, ReportingPeriod period, IReadOnlyList<(string Unit, IReadOnlyList<RulingLine> Lines, IReadOnlyList<(int Ordinal, StateRefusal Reason)> Refused)> parts, string? reason, Language language)
    {
        var ruled = parts.Where(part => part.Lines.Count > 0).ToList();
        var all = ruled.SelectMany(part => part.Lines).ToList();
        var text = new StringBuilder(language.In(
            $"将对以下{ruled.Count}个单位{PeriodNames.Of(period, language)}的{all.Count}项{Verb(kind, language)}：", $"This will {Verb(kind, language)} for {Units(ruled.Count, language)}, {ReminderTexts.Plural(all.Count, "task")}, {PeriodNames.Of(period, language)}:"));
        foreach (var (unit, lines, _) in ruled.Take(UnitList.PageSize))
        {
            text.Append('\n').Append(unit).Append(language.In($"（{lines.Count}项）", $" ({ReminderTexts.Plural(lines.Count, "task")})"));
            if (ruled.Count <= FewUnits)
                text.Append(string.Concat(lines.Select(line => $"\n{language.In($"第{Numerals.Chinese(line.Ordinal)}项：", $"Task {line.Ordinal}: ")}{line.Name}")));
        }
        if (ruled.Count > UnitList.PageSize)
            text.Append('\n').Append(language.In($"等{ruled.Count}个单位", $"and others, {Units(ruled.Count, language)} in all"));
        foreach (var dates in all.Select(line => Dates(kind, line, language)).Where(dates => dates.Length > 0).Distinct())
            text.Append(dates);
        if (reason is not null)
            text.Append('\n').Append(language.In($"理由：{reason}", $"Reason: {reason}"));
        foreach (var (unit, _, refused) in parts.Where(part => part.Refused.Count > 0).Take(UnitList.PageSize))
            text.Append('\n').Append(language.In($"{unit}{string.Join("、", refused.Select(one => TaskNames.Ordinal(one.Ordinal, language)))}不变：{Why(refused[0].Reason, language)}。", $"{unit}: {string.Join(", ", refused.Select(one => TaskNames.Ordinal(one.Ordinal, language)))} stays as it is: {Why(refused[0].Reason, language)}."));
        return ActTexts.Confirm(text.ToString(), language);
    }

    public static Reply DoneForMany(RulingKind kind, ReportingPeriod period, IReadOnlyList<(string Unit, IReadOnlyList<RulingLine> Lines)> parts, bool isTold, Language language)
    {
        var all = parts.SelectMany(part => part.Lines).ToList();
        var days = all.Select(line => line.NewDueOn).Distinct().Order().ToList();
        var due = Rulings.HasDueDay(kind) ? language.In($"，新的截止日期：{string.Join("、", days.Select(day => Days.Brief(day, language)))}", $"; now due {string.Join(", ", days.Select(day => Days.Brief(day, language)))}") : "";
        var names = string.Join(language.In("、", ", "), parts.Take(UnitList.PageSize).Select(part => part.Unit)) + (parts.Count > UnitList.PageSize ? language.In("等", " and others") : "");
        return new(language.In(
            $"好的，{names}共{parts.Count}个单位{PeriodNames.Of(period, language)}的{all.Count}项已{Name(kind, language)}{due}。{(isTold ? "已通知联络员。" : "")}",
            $"Done: {Name(kind, language)} of {ReminderTexts.Plural(all.Count, "task")} of {Units(parts.Count, language)}, {PeriodNames.Of(period, language)}{due}: {names}.{(isTold ? " The contacts are being told." : "")}"))
        {
            Buttons = [ActTexts.Undo(language), Buttons.WhoHasNotReported(language)],
        };
    }

    /// <summary>What was taken back, of whom, and the day that counts again.</summary>
    /// <param name="told">Of each unit its tasks; the new day of a line is the one that counts again.</param>
    public static Reply Undone(RulingKind kind, IReadOnlyList<(string Unit, ReportingPeriod Period, IReadOnlyList<RulingLine> Lines)> told, Language language)
    {
        if (told.Count == 0)
            return ActTexts.Undone(Name(kind, language), language);
        var about = string.Join(language.In("；", "; "), told.Take(UnitList.PageSize).Select(one => language.In(
            $"{one.Unit}{PeriodNames.Of(one.Period, language)}{string.Join("、", one.Lines.Select(line => TaskNames.Ordinal(line.Ordinal, language)))}",
            $"{one.Unit}, {PeriodNames.Of(one.Period, language)}, {string.Join(", ", one.Lines.Select(line => TaskNames.Ordinal(line.Ordinal, language)))}")));
        var lines = told.SelectMany(one => one.Lines).ToList();
        var days = string.Join(language.In("、", ", "), lines.Select(line => line.NewDueOn).Distinct().Order().Select(day => Days.Brief(day, language)));
        var due = lines.Exists(line => line.OldDueOn != line.NewDueOn) ? language.In($"，截止日期恢复为{days}", $"; due {days} again")
            : kind == RulingKind.Waive ? language.In($"，恢复为未报，截止日期仍为{days}", $"; owed again, due {days}") : "";
        return new(language.In($"已撤销：{Name(kind, language)}（{about}）{due}。", $"Undone: {Name(kind, language)} ({about}){due}."));
    }

    /// <summary>The unit has nothing that this could be about.</summary>
    public static Reply Nothing(RulingKind kind, string unit, ReportingPeriod period, Language language) => new(kind is RulingKind.Extend or RulingKind.Waive
        ? language.In($"{unit}{PeriodNames.Of(period, language)}没有未报的事项，不需要{Name(kind, language)}。", $"{unit} has nothing open for {PeriodNames.Of(period, language)}.")
        : language.In($"{unit}{PeriodNames.Of(period, language)}还没有可以{Name(kind, language)}的报告。", $"{unit} has no report for {PeriodNames.Of(period, language)} that this could be about."))
    {
        Buttons = [UnitTexts.Read(unit, language)],
    };

    public static Reply Refused(RulingKind kind, string unit, IReadOnlyList<(int Ordinal, StateRefusal Reason)> refused, Language language) => new(string.Join('\n', refused.Select(one => language.In(
        $"{unit}第{Numerals.Chinese(one.Ordinal)}项不能{Name(kind, language)}：{Why(one.Reason, language)}。", $"Task {one.Ordinal} of {unit}: {Why(one.Reason, language)}."))));

    /// <summary>What the unit's contact reads.</summary>
    public static Reply Letter(RulingLetter letter, Language language)
    {
        var period = ReportingPeriod.TryParse(letter.Period, out var key) ? PeriodNames.Of(key, language) : letter.Period;
        var text = new StringBuilder(letter.IsUndone
            ? language.In($"此前关于{letter.UnitName}{period}以下事项的{Name(letter.Ruling, language)}已撤销，一切照旧：", $"The {Name(letter.Ruling, language)} of these tasks of {letter.UnitName}, {period}, has been taken back; all is as before:")
            : Told(letter, period, language));
        foreach (var task in letter.Tasks)
        {
            text.Append('\n').Append(language.In($"第{Numerals.Chinese(task.Ordinal)}项：", $"Task {task.Ordinal}: ")).Append(TaskNames.Cut(task.Name, TaskNames.Length));
            if (Rulings.HasDueDay(letter.Ruling))
                text.Append(language.In($"（截止日期：{Days.Brief(task.DueOn, language)}）", $" (due {Days.Brief(task.DueOn, language)})"));
        }
        if (letter.Reason is { } reason)
            text.Append('\n').Append(language.In($"理由：{reason}", $"Reason: {reason}"));
        return new(text.ToString())
        {
            Buttons = letter is { Ruling: RulingKind.Return, IsUndone: false } ? [Buttons.MyReport(language), Buttons.ReportNow(language), Buttons.Form(language)] : [Buttons.MyTasks(language)],
        };
    }

    public static Reply PreviewSignOff(string plan, bool isOn, Language language) => ActTexts.Confirm(
        isOn
            ? language.In($"《{plan}》以后的报告要先经本单位领导审签才算报出（没有登记领导的单位不受影响）。", $"From now on reports of {plan} count once the unit's leader has agreed (units without a leader are not affected).")
            : language.In($"《{plan}》以后的报告不再需要领导审签。", $"From now on reports of {plan} need no leader's sign-off."),
        language);

    public static Reply SignOffSet(bool isOn, Language language) => new(isOn
        ? language.In("好的，以后的报告要先经本单位领导审签。", "Done: reports now need the unit leader's sign-off.")
        : language.In("好的，以后的报告不再需要领导审签。", "Done: reports need no sign-off any more."))
    {
        Buttons = [ActTexts.Undo(language)],
    };

    /// <summary>What the unit's leader reads: one tap agrees.</summary>
    public static Reply AskSignOff(SignOffLetter letter, Language language)
    {
        var period = ReportingPeriod.TryParse(letter.Period, out var key) ? PeriodNames.Of(key, language) : letter.Period;
        var text = new StringBuilder(language.In($"{letter.By}已填好{letter.UnitName}{period}以下报告，请您审签，同意后报出：", $"{letter.By} has written these reports of {letter.UnitName} for {period}; they count once you agree:"));
        foreach (var task in letter.Tasks)
            text.Append('\n').Append(language.In($"第{Numerals.Chinese(task.Ordinal)}项：", $"Task {task.Ordinal}: ")).Append(TaskNames.Cut(task.Name, TaskNames.Length));
        return new(text.ToString()) { Buttons = [UnitTexts.Read(letter.UnitName, language), Buttons.Of(language, "审签同意", "Sign off")] };
    }

    private static string Told(RulingLetter letter, string period, Language language) => letter.Ruling switch
    {
        RulingKind.Extend => language.In($"{letter.UnitName}{period}以下事项已同意延期：", $"More time was granted for {letter.UnitName}, {period}:"),
        RulingKind.Return => language.In($"{letter.UnitName}{period}以下事项被退回，请修改后重新报送：", $"These reports of {letter.UnitName}, {period}, were returned; please revise and send them again:"),
        RulingKind.Accept => language.In($"{letter.UnitName}{period}以下事项已审核通过，感谢配合：", $"These reports of {letter.UnitName}, {period}, were accepted. Thank you:"),
        RulingKind.Waive => language.In($"{letter.UnitName}{period}以下事项已同意免报：", $"{letter.UnitName} need not report on these for {period}:"),
        _ => language.In($"{letter.UnitName}{period}以下报告已经本单位领导审签：", $"Your unit's leader has agreed to these reports of {letter.UnitName}, {period}:"),
    };

    private static string Verb(RulingKind kind, Language language) => kind switch
    {
        RulingKind.Extend => language.In("延期", "extend the due date"),
        RulingKind.Return => language.In("退回修改", "return these reports"),
        RulingKind.Accept => language.In("审核通过", "accept these reports"),
        RulingKind.Waive => language.In("免报", "waive these reports"),
        _ => language.In("审签同意", "agree to these reports"),
    };

    private static string Dates(RulingKind kind, RulingLine line, Language language) => kind switch
    {
        RulingKind.Extend => language.In($"\n　{Days.Brief(line.OldDueOn, language)} → {Days.Brief(line.NewDueOn, language)}", $"\n  {Days.Brief(line.OldDueOn, language)} -> {Days.Brief(line.NewDueOn, language)}"),
        RulingKind.Return => language.In($"\n　请于{Days.Brief(line.NewDueOn, language)}前重报", $"\n  to be sent again by {Days.Brief(line.NewDueOn, language)}"),
        _ => "",
    };

    private static string Count(IReadOnlyList<string> tasks, Language language) =>
        tasks.Count == 1 ? language.In($"“{tasks[0]}”", $"\"{tasks[0]}\"") : language.In($"{tasks.Count}项", $"{tasks.Count} tasks");

    private static string Why(StateRefusal reason, Language language) => reason switch
    {
        StateRefusal.PeriodClosed => language.In("报告期已结束", "the period is closed"),
        StateRefusal.Accepted => language.In("已经审核通过", "it has been accepted"),
        StateRefusal.Waived => language.In("已经免报", "it was waived"),
        StateRefusal.NothingSubmitted => language.In("还没有报送", "nothing has been submitted"),
        StateRefusal.AlreadySubmitted => language.In("已经报送", "it has been submitted"),
        StateRefusal.AlreadyReturned => language.In("已经退回过，还没有重报", "it was returned already and has not come back"),
        StateRefusal.AwaitsSignOff => language.In("还在等本单位领导审签", "it waits for the unit leader's sign-off"),
        StateRefusal.DueInPast => language.In("新的截止日期已经过去，请换一个日期", "the new due date has passed; give another one"),
        StateRefusal.TooFar => language.In("新的截止日期在两年以后，请换一个近些的日期", "the new due date is more than two years away; give a nearer one"),
        _ => language.In("新的截止日期不比原来晚，请换一个日期", "the new due date is no later than the old one; give another one"),
    };
}
