using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>A step as it stands in the period that is spoken of.</summary>
/// <param name="At">When it comes; null where the period does not have it.</param>
/// <param name="State">Null for what no order can change.</param>
public sealed record LadderLine(ReminderStepOptions Step, DateTimeOffset? At, bool HasCome, StepState? State);

/// <summary>The ladder of a plan: what it is, and how it is changed.</summary>
public static class LadderTexts
{
    public static string Name(Language language) => language.In("修改提醒节点", "changing the reminder steps");

    public static Reply List(string plan, ReportingPeriod period, IReadOnlyList<LadderLine> lines, bool isOwn, bool confirms, bool mayChange, TimeZoneInfo zone, Language language)
    {
        var text = new List<string>
        {
            language.In($"《{plan}》的提醒节点{(isOwn ? "（已改过）" : "（默认）")}，按{PeriodNames.Of(period, language)}排出的日期：", $"Reminder steps of {plan}{(isOwn ? ", changed" : "")}, with the dates of {PeriodNames.Of(period, language)}:"),
        };
        text.AddRange(lines.Select((line, index) => $"{index + 1}. {Line(line, zone, language)}"));
        text.Add(confirms
            ? language.In("逾期升级：到时先问您，确认后才发。", "Escalations: you are asked first.")
            : language.In("逾期升级：到时自动发。", "Escalations: sent by themselves."));
        if (mayChange)
            text.Add(language.In(
                "可以说“加一个节点：截止前两个工作日14:00提醒联络员”“把第4个改到10点”“删掉第6个节点”“恢复默认节点”“升级先问我”，也可以“压住下一次提醒”“现在就发下一次提醒”。",
                "Say e.g. \"add a step: two working days before the deadline at 14:00\", \"move step 4 to 10:00\", \"delete step 6\", \"restore the default steps\", \"ask me before escalating\", \"hold the next reminder\" or \"send the next reminder now\"."));
        return new(string.Join('\n', text)) { Buttons = [Buttons.NextReminders(language)] };
    }

    public static string Line(LadderLine line, TimeZoneInfo zone, Language language)
    {
        var when = line.At is { } at
            ? language.In($" → {Days.Full(Days.DayOf(at, zone), language)}{Time(at, zone)}", $" → {Days.Full(Days.DayOf(at, zone), language)} {Time(at, zone)}")
            : language.In("（本期没有）", " (not in this period)");
        var state = line.State switch
        {
            StepState.Held => language.In("，已压住", ", held"),
            StepState.LeftOut => language.In("，这次不发", ", left out this time"),
            StepState.AwaitsWord => language.In("，等您确认", ", awaits your word"),
            _ when line.HasCome => language.In("，已过", ", past"),
            _ => "",
        };
        return language.In(
            $"{StepNames.Of(line.Step, language)}{when}：{StepNames.KindTo(line.Step)}{StepNames.Audience(line.Step.Reaches, language)}{StepNames.Rest(line.Step, language)}{state}",
            $"{StepNames.Of(line.Step, language)}{when}: {StepNames.Kind(line.Step, language)} to {StepNames.Audience(line.Step.Reaches, language)}{StepNames.Rest(line.Step, language)}{state}");
    }

    /// <param name="moment">When the step comes in the period that is collected or comes next; null where it does not.</param>
    public static string PreviewAdd(string plan, ReminderStepOptions step, int place, (ReportingPeriod Period, DateTimeOffset At, bool IsPast)? moment, TimeZoneInfo zone, Language language) => language.In(
        $"将给《{plan}》增加一个提醒节点：{StepNames.Of(step, language)}，{StepNames.Kind(step, language)}{StepNames.Audience(step.Reaches, language)}{StepNames.Rest(step, language)}，排在第{place}个。{First(moment, zone, language)}",
        $"A reminder step will be added to {plan}: {StepNames.Of(step, language)}, {StepNames.Kind(step, language)} to {StepNames.Audience(step.Reaches, language)}{StepNames.Rest(step, language)}, as step {place}. {First(moment, zone, language)}");

    public static string PreviewMove(string plan, ReminderStepOptions before, ReminderStepOptions after, (ReportingPeriod Period, DateTimeOffset At, bool IsPast)? moment, TimeZoneInfo zone, Language language) => language.In(
        $"将改动《{plan}》的提醒节点：{Whole(before, language)} → {Whole(after, language)}。{First(moment, zone, language)}已经发过的不会再发。",
        $"A reminder step of {plan} will be changed: {Whole(before, language)} → {Whole(after, language)}. {First(moment, zone, language)} Nobody who has had it gets it again.");

    public static string PreviewDelete(string plan, ReminderStepOptions step, Language language) => language.In(
        $"将删掉《{plan}》的提醒节点：{Whole(step, language)}。已经发过的不受影响，还在排队的一并撤回。",
        $"A reminder step of {plan} will be deleted: {Whole(step, language)}. What has been sent stays; what is still waiting is recalled.");

    public static string PreviewRestore(string plan, int steps, Language language) => language.In(
        $"将恢复《{plan}》的默认提醒节点（{steps}个），自己加的、改的都不再用；已经发过的不会再发。",
        $"{plan} will go back to the {steps} default reminder steps; those that were added or moved are dropped. Nothing is sent again.");

    public static string PreviewConfirmation(string plan, bool isConfirmed, Language language) => isConfirmed
        ? language.In($"今后《{plan}》的逾期升级提醒到时先问管理员，确认后才发给单位负责人等。", $"From now on, escalations of {plan} wait until a coordinator confirms them.")
        : language.In($"今后《{plan}》的逾期升级提醒到时自动发出，不再询问；还没答复的那次不补发。", $"From now on, escalations of {plan} are sent by themselves; one that still waits for an answer is not made up for.");

    public static Reply Changed(int recalled, Language language) => new(
        language.In("提醒节点已改好。", "The reminder steps are changed.") + (recalled > 0 ? language.In($"撤回了还没发出的{recalled}条。", $" {recalled} waiting message{(recalled == 1 ? " was" : "s were")} recalled.") : ""))
    {
        Buttons = [Of(language), Buttons.NextReminders(language), ActTexts.Undo(language)],
    };

    public static Reply Same(Language language) => new(language.In("提醒节点本来就是这样，没有改动。", "The steps are so already; nothing was changed.")) { Buttons = [Of(language)] };

    public static Reply WhichStep(IReadOnlyList<ReminderStepOptions> steps, Language language) => new(
        language.In("请问是第几个节点？\n", "Which step do you mean? Say its number.\n") + string.Join('\n', steps.Select((step, index) => $"{index + 1}. {Whole(step, language)}")))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    public static Reply WhichMoment(Language language) => new(language.In(
        "请问放在什么时候？比如“截止前两个工作日14:00”“截止后一个工作日9点”“期末最后一个工作日”。", "When should it be? E.g. \"two working days before the deadline at 14:00\" or \"one working day after the deadline\"."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    /// <summary>Why the ladder cannot be so, and what can be done instead.</summary>
    /// <param name="find">A step by its key; null for one that is gone.</param>
    public static Reply Problem(LadderProblem problem, Func<string, ReminderStepOptions?> find, (TimeOnly From, TimeOnly Until) hours, Language language)
    {
        var step = problem.Key is { } key && find(key) is { } its ? StepNames.Of(its, language) : "";
        var other = problem.Other is { } clash && find(clash) is { } theirs ? StepNames.Of(theirs, language) : "";
        var (period, day) = (problem.Period is { } of ? PeriodNames.Of(of, language) : "", problem.Day is { } on ? Days.Full(on, language) : "");
        return new(language.In("没有改：", "Nothing was changed: ") + (problem.Fault switch
        {
            LadderFault.NobodyAsked => language.In("这样就没有一个每期都提醒联络员的节点了，收集无从开始。请至少留一个，或先加一个再删。", "no step would be left that reminds the contacts in every period. Keep one, or add another first."),
            LadderFault.OutsideHours => language.In(
                $"{step}不在工作时间（{StepNames.Clock(hours.From)}—{StepNames.Clock(hours.Until)}）内，下班时间不发提醒。请换个时间。",
                $"{step} lies outside working hours ({StepNames.Clock(hours.From)}-{StepNames.Clock(hours.Until)}). Choose another time."),
            LadderFault.SameMoment => language.In($"“{other}”已经有一个节点了，同一时刻只发一条。请换个时间，或先删掉那一个。", $"there is a step at {other} already, and one moment brings one message. Choose another time, or delete that one first."),
            LadderFault.BeforePeriod => language.In($"{step}在{period}会落在{day}，那时本期还没开始。请离截止日近一些。", $"{step} would be {day} for {period}, before the period begins. Choose a day nearer to the deadline."),
            LadderFault.AfterNextCollection => language.In($"{step}在{period}会落在{day}，那时已经开始收下一期了，不会再发。请提早一些。", $"{step} would be {day} for {period}, when the next period is being collected already. Choose an earlier day."),
            LadderFault.TooFar => language.In("离截止日不能超过60个工作日。请换近一些的日子。", "a step lies at most 60 working days away. Choose a nearer day."),
            LadderFault.EscalatesTooEarly => language.In($"逾期升级要排在截止日之后，“{step}”时还没有人逾期。请说截止后几个工作日。", $"an escalation comes after the due day; at {step} nobody is late yet. Say how many working days after the deadline."),
            LadderFault.Repeats => language.In("这个节点按间隔重复，日子不能单改，时间可以改。要改日子，请先删掉再加。", "this step is repeated; its hour can be changed, its days cannot. Delete it and add others instead."),
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Fault, "Nobody has worded this fault"),
        }))
        {
            Buttons = [Of(language)],
        };
    }

    public static ReplyButton Of(Language language) => new(language.In("提醒节点", "Steps"), language.In("提醒节点有哪些", "Which reminder steps are there"));

    private static string Whole(ReminderStepOptions step, Language language) => language.In(
        $"{StepNames.Of(step, language)}{StepNames.Kind(step, language)}{StepNames.Audience(step.Reaches, language)}{StepNames.Rest(step, language)}",
        $"{StepNames.Of(step, language)}, {StepNames.Kind(step, language)} to {StepNames.Audience(step.Reaches, language)}{StepNames.Rest(step, language)}");

    private static string First((ReportingPeriod Period, DateTimeOffset At, bool IsPast)? moment, TimeZoneInfo zone, Language language) => moment switch
    {
        null => "",
        (var period, var at, true) => language.In($"{PeriodNames.Of(period, language)}的这个时点（{Moment(at, zone, language)}）已过，不补发，从下一期开始。", $"For {PeriodNames.Of(period, language)} that moment ({Moment(at, zone, language)}) is past and not made up for; it begins with the next period."),
        (var period, var at, false) => language.In($"{PeriodNames.Of(period, language)}是{Moment(at, zone, language)}。", $"For {PeriodNames.Of(period, language)} that is {Moment(at, zone, language)}."),
    };

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone, Language language) => language.In($"{Days.Full(Days.DayOf(at, zone), language)}{Time(at, zone)}", $"{Days.Full(Days.DayOf(at, zone), language)} {Time(at, zone)}");

    private static string Time(DateTimeOffset at, TimeZoneInfo zone) => StepNames.Clock(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));
}
