using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>What is ordered for single steps: hold, release, recall, send now, escalate or not.</summary>
public static class StepTexts
{
    public static string Name(StepCommand command, Language language) => command switch
    {
        StepCommand.Hold => language.In("压住提醒", "holding a reminder"),
        StepCommand.Release => language.In("放行提醒", "releasing a reminder"),
        StepCommand.Recall => language.In("撤回提醒", "recalling a reminder"),
        StepCommand.SendNow => language.In("提前发送提醒", "sending a reminder now"),
        StepCommand.Escalate => language.In("确认升级", "an escalation"),
        _ => language.In("不升级", "not escalating"),
    };

    /// <param name="step">In words, with its moment.</param>
    /// <param name="people">How many would get it as things stand; null where that is not known.</param>
    /// <param name="next">When it would leave; null for at once.</param>
    public static Reply Preview(StepCommand command, string step, int? people, DateTimeOffset? next, TimeZoneInfo zone, Language language)
    {
        var to = people is { } count ? language.In($"（按目前情况{count}人）", $" ({count} {(count == 1 ? "person" : "people")} as things stand)") : "";
        return ActTexts.Confirm(
            command switch
            {
                StepCommand.Hold => language.In($"将压住{step}{to}，到时不发；说“放行”才发，期间来了后面的节点就不再补。", $"{step}{to} will be held and not sent until you say \"release\"; once a later step has come it is not made up for."),
                StepCommand.Release => language.In($"将放行{step}，到时照常发；时间已过的马上发。", $"{step} will be released: sent at its time, or at once if that has passed."),
                StepCommand.Recall => language.In($"将撤回{step}：还没发出的全部撤回，这一期不再发；已经发出的收不回来。", $"{step} will be recalled: whatever has not left is taken back and nothing more of it is sent in this period; what has been sent stays."),
                StepCommand.SendNow => next is { } at
                    ? language.In($"将提前发出{step}{to}。现在是非工作时间，{Days.Moment(at, zone)}发出，原定时间不再发。", $"{step}{to} will be sent ahead of time: as it is outside working hours, at {Days.Moment(at, zone)}, and not again at its own time.")
                    : language.In($"将马上发出{step}{to}，原定时间不再发。", $"{step}{to} will be sent now, and not again at its own time."),
                StepCommand.Escalate => language.In($"将发出{step}，联络员、单位负责人等都会收到。", $"{step} will be sent to the contacts, the leaders of their units and the others."),
                _ => language.In($"这次不发{step}，后面的提醒照常。", $"{step} will not be sent this time; later reminders go on."),
            }, language);
    }

    public static Reply Done(StepCommand command, string step, int recalled, int gone, bool isOver, Language language) => new(command switch
    {
        StepCommand.Hold => language.In($"已压住{step}。", $"{step} is held."),
        StepCommand.Release when isOver => language.In($"{step}之后的节点已经发出，这一条不再补发。", $"A later step has gone out since, so {step} is not sent any more."),
        StepCommand.Release => language.In($"已放行{step}。", $"{step} is released."),
        StepCommand.Recall => language.In($"已撤回{step}：撤回{recalled}条{(gone > 0 ? $"，已经发出的{gone}条收不回来" : "")}，这一期不再发。", $"{step} is recalled: {recalled} taken back{(gone > 0 ? $", {gone} had left already" : "")}; nothing more of it is sent in this period."),
        StepCommand.SendNow => language.In($"好的，{step}一分钟内发出。", $"All right: {step} leaves within a minute."),
        StepCommand.Escalate => language.In($"已确认，{step}一分钟内发出。", $"Confirmed: {step} leaves within a minute."),
        _ => language.In($"好的，这次不发{step}。", $"All right, {step} is not sent this time."),
    })
    {
        Buttons = command is StepCommand.SendNow or StepCommand.Escalate ? [Buttons.NextReminders(language)] : command == StepCommand.Hold ? [Release(language), ActTexts.Undo(language)] : [Buttons.NextReminders(language), ActTexts.Undo(language)],
    };

    /// <summary>No step stands so that this could be ordered, or none is meant.</summary>
    public static Reply None(StepCommand command, Language language) => new(command switch
    {
        StepCommand.Release => language.In("没有压住的提醒。", "No reminder is held."),
        StepCommand.Escalate or StepCommand.DoNotEscalate => language.In("现在没有等您确认的升级提醒。", "No escalation waits for your word."),
        StepCommand.Recall => language.In("没有可撤回的提醒：该发的已经发完，后面的还没到时间；要这次不发，可以说“压住下一次提醒”。", "There is nothing to recall: what was due has left. To stop what comes next, say \"hold the next reminder\"."),
        _ => language.In("没有找到这样的、还没发的提醒节点。", "No step to come fits that."),
    })
    {
        Buttons = [LadderTexts.Of(language), Buttons.NextReminders(language)],
    };

    public static Reply Which(IReadOnlyList<string> steps, Language language) => new(
        language.In("请问是哪一次？\n", "Which one do you mean? Say its number.\n") + string.Join('\n', steps.Select((step, index) => $"{index + 1}. {step}")))
    {
        Buttons = [.. steps.Take(4).Select((_, index) => new ReplyButton(language.In($"第{index + 1}个", $"Step {index + 1}"), language.In($"第{index + 1}个", $"step {index + 1}"))), Buttons.Cancel(language)],
    };

    /// <summary>4月3日（周五）15:00的提醒.</summary>
    public static string Step(ReportingPeriod period, ReminderKind kind, DateTimeOffset at, TimeZoneInfo zone, Language language)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var (day, time) = (Days.Full(DateOnly.FromDateTime(local.DateTime), language), StepNames.Clock(TimeOnly.FromDateTime(local.DateTime)));
        var isEscalation = kind == ReminderKind.Escalation;
        return language.In(
            $"{PeriodNames.Of(period, language)}{day}{time}的{(isEscalation ? "逾期升级提醒" : "提醒")}",
            $"the {(isEscalation ? "escalation" : "reminder")} of {day} {time} for {PeriodNames.Of(period, language)}");
    }

    /// <summary>The letter that asks whether to escalate.</summary>
    public static Reply AskToEscalate(EscalationLetter letter, Language language)
    {
        var period = ReportingPeriod.TryParse(letter.Period, out var key) ? PeriodNames.Of(key, language) : letter.Period;
        var units = string.Join(language.In("、", ", "), letter.Units.Take(10)) + (letter.Units.Count > 10 ? language.In("等", " and others") : "");
        return new(language.In(
            $"《{letter.Plan}》{period}有{letter.Units.Count}个单位逾期已到升级的时候：{units}。\n确认后将提醒{StepNames.Audience(letter.Reaches, language)}。要发请回复“确认升级”，这次不发请回复“这次不升级”。",
            $"For {period} of {letter.Plan} {(letter.Units.Count == 1 ? "1 unit is" : $"{letter.Units.Count} units are")} late enough to escalate: {units}.\nOnce confirmed, this goes to {StepNames.Audience(letter.Reaches, language)}. Answer \"confirm escalation\", or \"do not escalate\"."))
        {
            Buttons = [new(language.In("确认升级", "Escalate"), language.In("确认升级", "confirm escalation")), new(language.In("这次不升级", "Not now"), language.In("这次不升级", "do not escalate"))],
        };
    }

    private static ReplyButton Release(Language language) => new(language.In("放行", "Release"), language.In("放行压住的提醒", "release the held reminder"));
}
