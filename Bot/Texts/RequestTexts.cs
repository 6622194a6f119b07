using System.Text;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Words about requests: making one, telling the coordinators, deciding, telling the asker.</summary>
public static class RequestTexts
{
    public static string Name(RequestKind kind, Language language) => kind switch
    {
        RequestKind.Extension => language.In("延期申请", "request for more time"),
        RequestKind.Handover => language.In("交接申请", "handover"),
        RequestKind.NotOurs => language.In("分工异议", "objection to a task"),
        RequestKind.Details => language.In("联络方式变更", "change of contact details"),
        _ => language.In("绑定申请", "request to be bound"),
    };

    public static Reply WhichUnit(IReadOnlyList<string> units, Language language) => new(language.In("请问是哪个单位的事项？", "For which of your units?"))
    {
        Buttons = [.. units.Take(6).Select(unit => new ReplyButton(unit, unit))],
    };

    public static Reply AskDay(DateOnly due, Language language) => new(language.In(
        $"现在的截止日期是{Days.Full(due, language)}。需要延到哪一天？我会报牵头部门，批准之前截止日期不变。",
        $"It is due {Days.Full(due, language)} now. Until when do you need? I will pass it on; until it is granted the due date stays."))
    {
        Buttons = [Buttons.Of(language, "延2个工作日", "2 more working days"), Buttons.Of(language, "延3个工作日", "3 more working days"), Buttons.Of(language, "延5个工作日", "5 more working days"), Buttons.Cancel(language)],
    };

    /// <summary>The day asked for is in time anyway.</summary>
    public static Reply InTime(DateOnly until, DateOnly due, Language language) => new(language.In(
        $"{Days.Full(until, language)}没有超过截止日期{Days.Full(due, language)}，到时直接报送即可，不需要延期。要更晚的话，请说要延到哪一天，例如“延到{due.AddDays(7).Month}月{due.AddDays(7).Day}日”。",
        $"{Days.Full(until, language)} is no later than the due date {Days.Full(due, language)}, so simply report by then; no extension is needed. For a later day, say until when, e.g. \"extend to {due.AddDays(7):yyyy-MM-dd}\"."))
    {
        Buttons = [Buttons.ReportNow(language), Buttons.MyTasks(language)],
    };

    public static Reply NotLater(DateOnly until, DateOnly due, Language language) => new(language.In(
        $"{Days.Full(until, language)}已经过去（截止日期是{Days.Full(due, language)}），请换一个日期。", $"{Days.Full(until, language)} is over (it is due {Days.Full(due, language)}); please give another day."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    private static string Article(RequestKind kind) => Name(kind, Language.English)[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a";

    public static Reply AskReason(DateOnly until, Language language) => new(language.In($"申请延到{Days.Full(until, language)}，请说明理由。", $"More time until {Days.Full(until, language)}: what is the reason?"))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    public static Reply NotOpen(RequestKind kind, string unit, IReadOnlyList<int> ordinals, Language language) => new(language.In(
        $"{unit}{string.Join("、", ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language)))}已经报送或免报，不需要再提{Name(kind, language)}。",
        $"{string.Join(", ", ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language)))} of {unit} has been reported or waived already."))
    {
        Buttons = [Buttons.MyTasks(language)],
    };

    public static Reply Preview(RequestKind kind, string unit, ReportingPeriod period, IReadOnlyList<LedgerRow> rows, DateOnly? until, string? text, Language language)
    {
        var preview = new StringBuilder(language.In($"将向牵头部门提交{Name(kind, language)}：{unit}{PeriodNames.Of(period, language)}", $"This will be sent to the coordinating office, {Article(kind)} {Name(kind, language)}: {unit}, {PeriodNames.Of(period, language)}"));
        foreach (var row in rows)
            preview.Append('\n').Append(TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language));
        if (until is { } day)
            preview.Append('\n').Append(language.In($"{Days.Full(rows.Max(row => row.DueOn), language)} → {Days.Full(day, language)}", $"{Days.Full(rows.Max(row => row.DueOn), language)} -> {Days.Full(day, language)}"));
        if (text is not null)
            preview.Append('\n').Append(language.In($"说明：{text}", $"In your words: {text}"));
        return ActTexts.Confirm(preview.ToString(), language);
    }

    public static Reply Made(int number, RequestKind kind, DateOnly due, Language language) => new(kind == RequestKind.Extension
        ? language.In($"已提交延期申请（编号{number}），牵头部门答复后我会通知您。批准之前，截止日期仍是{Days.Full(due, language)}。", $"Your request for more time is passed on (number {number}); I will tell you what they decide. Until then it is due {Days.Full(due, language)}.")
        : language.In($"已转告牵头部门（编号{number}），答复后我会通知您。在此之前，这一项仍列在本单位名下，我没有替您报送任何内容。", $"I have told the coordinating office (number {number}) and will let you know. Until then the task stays with your unit; I have filed nothing."))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
    };

    /// <summary>What the coordinators read.</summary>
    public static Reply Letter(RequestLetter letter, Language language)
    {
        ReportingPeriod? period = ReportingPeriod.TryParse(letter.Period, out var key) ? key : null;
        var line = Line(letter.Number, letter.Request, letter.By, letter.UnitName, period, [.. letter.Tasks.Select(task => task.Ordinal)], letter.Until, letter.Text, language, letter.Successor);
        var tasks = letter.Tasks.Select(task => language.In($"第{Numerals.Chinese(task.Ordinal)}项：", $"Task {task.Ordinal}: ") + TaskNames.Cut(task.Name, TaskNames.Length)).ToList();
        var reply = new Reply(string.Join('\n', tasks.Prepend(line))) { Buttons = [.. DecisionButtons(letter.Number, language)] };
        return reply with { Card = RequestCard.Of(reply, language.In("有一件申请等您决定", "A request waits for your decision"), [new(line, tasks)], [letter.Number]) };
    }

    /// <summary>What the asker reads.</summary>
    public static Reply Decision(DecisionLetter letter, Language language)
    {
        var what = $"{letter.UnitName}{string.Join(language.In("、", ", "), letter.Tasks.Select(task => TaskNames.Ordinal(task.Ordinal, language)))}";
        var reason = letter.Reason is null ? "" : language.In($"\n说明：{letter.Reason}", $"\nIn their words: {letter.Reason}");
        if (letter.IsTakenBack)
            return new(language.In($"您的{Name(letter.Request, language)}（编号{letter.Number}）此前的答复已撤回，牵头部门会重新答复，请稍候。", $"The answer to your {Name(letter.Request, language)} (number {letter.Number}) was taken back; the coordinating office will answer again."))
            {
                Buttons = [Buttons.MyTasks(language)],
            };
        return new(letter.IsGranted
            ? language.In($"您的{Name(letter.Request, language)}（编号{letter.Number}）已同意。{reason}", $"Your {Name(letter.Request, language)} (number {letter.Number}) was granted.{reason}")
            : language.In($"您关于{what}的{Name(letter.Request, language)}（编号{letter.Number}）没有同意，一切照旧。{reason}", $"Your {Name(letter.Request, language)} (number {letter.Number}) about {what} was declined; all stays as it is.{reason}"))
        {
            Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
        };
    }

    public static string Line(
        int number, RequestKind kind, string by, string? unit, ReportingPeriod? period, IReadOnlyList<int> ordinals, DateOnly? until, string? text, Language language, string? successor = null)
    {
        // A contact called by the unit and the post says the unit already: not 市教委市教委联络员.
        var where = unit is null || by.Contains(unit, StringComparison.Ordinal) ? "" : language.In($"{unit}", $" for {unit}");
        var when = period is { } key ? language.In(PeriodNames.Of(key, language), $", {PeriodNames.Of(key, language)}") : "";
        var tasks = ordinals.Count == 0 ? "" : language.In(string.Join("、", ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language))), $", {string.Join(", ", ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language)))}");
        var day = until is { } named ? language.In($"，日期{Days.Full(named, language)}", $", {Days.Full(named, language)}") : "";
        var next = successor is null ? "" : language.In($"，接手人：{successor}", $", successor: {successor}");
        var words = text is null ? "" : language.In($"，说明：{text}", $", \"{text}\"");
        return language.In($"申请{number}，{Name(kind, language)}：{where}{by}{when}{tasks}{day}{next}{words}", $"Request {number}, {Name(kind, language)} by {by}{where}{when}{tasks}{day}{next}{words}");
    }

    /// <summary>What confirming a claim means; somebody may be saying anything.</summary>
    public static string WhatClaimDoes(bool isListed, bool canBeGranted, Language language) => (isListed, canBeGranted) switch
    {
        (true, _) => language.In("（与名单相符，但请先向本人核实；同意后此账号即可代表其报送）", " (fits the list, but check with them first: once granted, this account acts for them)"),
        (_, true) => language.In("（名单里没有此人，请先核实；同意后登记为该单位联络员，已有联络员的登记为备用）", " (not in the list, so check first: once granted, they become the unit's contact, or its backup where it has a contact)"),
        _ => language.In("（说不清单位和姓名，无法同意；核实后可先登记联络员再发邀请）", " (unit and name are not clear, so it cannot be granted; register them and send an invitation instead)"),
    };

    public static Reply Open(IReadOnlyList<int> numbers, IReadOnlyList<string> lines, Language language)
    {
        if (numbers.Count == 0)
            return NoneOpen(language);
        var title = language.In($"待处理的申请{numbers.Count}件：", $"{numbers.Count} waiting for a decision:");
        var reply = new Reply($"{title}\n{string.Join('\n', lines)}") { Buttons = [.. numbers.Take(3).SelectMany(number => DecisionButtons(number, language))] };
        return reply with { Card = RequestCard.Of(reply, title, [.. lines.Select(line => new RequestLines(line, []))], [.. numbers.Take(3)]) };
    }

    /// <param name="others">Requests of other kinds that wait.</param>
    public static Reply NoneOfKind(RequestKind kind, int others, Language language) => new(language.In(
        $"没有待处理的{Name(kind, language)}。{(others > 0 ? $"另有其他申请{others}件待处理，可以问“待处理的申请”。" : "")}",
        $"No {Name(kind, language)} is waiting.{(others > 0 ? $" {others} other request{(others == 1 ? "" : "s")} wait; ask for the \"pending requests\"." : "")}")) { Buttons = [Buttons.WhoHasNotReported(language)] };

    public static Reply NoneOpen(Language language) => new(language.In("现在没有待处理的申请。", "No request is waiting for a decision.")) { Buttons = [Buttons.WhoHasNotReported(language)] };

    /// <param name="others">Requests that wait, of other units.</param>
    public static Reply NoneOf(string unit, int others, Language language) => new(language.In(
        $"{unit}没有这样的待处理申请{(others == 0 ? "。" : $"，另有{others}件申请待处理。")}", $"No such request of {unit} is waiting{(others == 0 ? "." : $"; there {(others == 1 ? "is 1 other" : $"are {others} others")}.")}"))
    {
        Buttons = [Buttons.Of(language, "待处理的申请", "Open requests")],
    };

    public static Reply NothingToTakeBack(Language language) => new(language.In("您没有等待答复的申请，截止日期等一切照旧。", "None of your requests is waiting for an answer; everything stays as it is."))
    {
        Buttons = [Buttons.MyTasks(language)],
    };

    public static Reply PreviewTakeBack(string line, Language language) => ActTexts.Confirm(
        language.In($"将撤回您的申请，并告知牵头部门：\n{line}", $"Your request will be taken back, and the coordinating office told:\n{line}"), language);

    public static Reply WhichToTakeBack(IReadOnlyList<int> numbers, IReadOnlyList<string> lines, Language language) => new(language.In(
        $"您有{lines.Count}件申请等待答复，撤回哪一件？\n{string.Join('\n', lines)}", $"{lines.Count} of your requests are waiting. Which one do you take back?\n{string.Join('\n', lines)}"))
    {
        Buttons = [.. numbers.Take(5).Select(number => Buttons.Of(language, $"申请{number}", $"Request {number}")), Buttons.Cancel(language)],
    };

    public static Reply TookBack(int number, Language language) => new(language.In($"申请{number}已撤回，截止日期等一切照旧。", $"Request {number} is taken back; everything stays as it was.")) { Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)] };

    /// <summary>What the coordinators read.</summary>
    public static Reply TakenBack(TakenBackLetter letter, Language language) => new(language.In(
        $"{letter.By}撤回了{Name(letter.Request, language)}（编号{letter.Number}），不需要再处理。", $"{letter.By} has taken back request {letter.Number}, {Article(letter.Request)} {Name(letter.Request, language)}; there is nothing to decide any more."));

    /// <summary>A request beside the due date that holds until it is answered.</summary>
    public static string Pending(string line, Language language) => language.In($"延期申请待牵头部门答复，答复前截止日期不变：{line}", $"Waiting for an answer, and the due date stays until then: {line}");

    /// <summary>A contact's own requests, the latest first.</summary>
    public static Reply Own(IReadOnlyList<(string Line, RequestState State)> requests, Language language) => requests.Count == 0
        ? new(language.In("您没有提交过申请。", "You have made no request.")) { Buttons = [Buttons.MyTasks(language)] }
        : new(string.Join('\n', requests.Select(request => request.Line + language.In("：", ": ") + (request.State switch
        {
            RequestState.Granted => language.In("已同意", "granted"),
            RequestState.Declined => language.In("没有同意", "declined"),
            RequestState.Withdrawn => language.In("已撤回", "taken back"),
            _ => language.In("等待牵头部门答复", "waiting for the coordinating office"),
        }))))
        {
            Buttons = requests.Any(request => request.State == RequestState.Open) ? [Buttons.Of(language, "撤回申请", "Withdraw my request"), Buttons.MyTasks(language)] : [Buttons.MyTasks(language)],
        };

    public static Reply WhichOne(IReadOnlyList<string> lines, bool isGranted, Language language) => new(language.In(
        $"请问{(isGranted ? "同意" : "不同意")}哪一件？请回复编号。\n{string.Join('\n', lines)}", $"Which one do you {(isGranted ? "grant" : "decline")}? Give its number.\n{string.Join('\n', lines)}"));

    public static Reply PreviewDecision(string line, bool isGranted, string? reason, Language language) => ActTexts.Confirm(
        language.In($"将{(isGranted ? "同意" : "不同意")}：\n{line}", $"This will {(isGranted ? "grant" : "decline")}:\n{line}") + (reason is null ? "" : language.In($"\n说明：{reason}", $"\nReason: {reason}")), language);

    /// <summary>全部同意: each in full, one confirmation for all.</summary>
    public static Reply PreviewDecisions(IReadOnlyList<string> lines, bool isGranted, string? reason, Language language) => ActTexts.Confirm(
        language.In($"将{(isGranted ? "同意" : "不同意")}以下{lines.Count}件：\n{string.Join('\n', lines)}", $"This will {(isGranted ? "grant" : "decline")} {lines.Count} requests:\n{string.Join('\n', lines)}")
        + (reason is null ? "" : language.In($"\n说明：{reason}", $"\nReason: {reason}")), language);

    public static Reply Decided(IReadOnlyList<int> numbers, bool isGranted, bool canBeUndone, Language language) => new(language.In(
        $"好的，{string.Join("、", numbers.Select(number => $"申请{number}"))}已{(isGranted ? "同意" : "答复不同意")}，并通知申请人。",
        $"{(numbers.Count == 1 ? "Request" : "Requests")} {string.Join(", ", numbers)} {(isGranted ? "granted" : "declined")}; whoever asked is being told."))
    {
        Buttons = [.. canBeUndone ? [ActTexts.Undo(language)] : Array.Empty<ReplyButton>(), Buttons.Of(language, "待处理的申请", "Open requests")],
    };

    /// <summary>What is taken back.</summary>
    public static string DecisionOn(IReadOnlyList<int> numbers, Language language) => language.In(
        $"对{string.Join("、", numbers.Select(number => $"申请{number}"))}的答复，申请重新待处理", $"the answer to {(numbers.Count == 1 ? "request" : "requests")} {string.Join(", ", numbers)}; open again");

    public static Reply NotOpenAnyMore(int number, Language language) => new(language.In($"申请{number}不存在或已经处理过。", $"There is no request {number} waiting; it may have been decided already."))
    {
        Buttons = [Buttons.Of(language, "待处理的申请", "Open requests")],
    };

    public static Reply CannotBeGranted(int number, Language language) => new(language.In(
        $"申请{number}现在已无法照办（例如已经报送，或申请的日期已过），请与申请人联系，或答复不同意。", $"Request {number} can no longer be granted as it stands (reported meanwhile, or the day has passed); talk to whoever asked, or decline it."));

    private static IEnumerable<ReplyButton> DecisionButtons(int number, Language language) =>
        [Buttons.Of(language, $"同意申请{number}", $"Grant request {number}"), Buttons.Of(language, $"不同意申请{number}", $"Decline request {number}")];
}
