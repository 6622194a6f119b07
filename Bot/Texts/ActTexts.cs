using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>What all acts say alike.</summary>
public static class ActTexts
{
    public static Reply Cancelled(Language language) => new(language.In("好的，已取消，没有做任何改动。", "All right, cancelled; nothing was changed."));

    /// <summary>Something else was begun before this was confirmed.</summary>
    public static Reply Left(Language language) => new(language.In("好的，刚才的操作先放下，没有做任何改动。", "All right, I leave the last matter; nothing was changed."));

    /// <summary>Something else is wished for besides: it has its turn first.</summary>
    public static Reply PutOff(Language language) => new(language.In("好的，先办这件；刚才那件办完后再请您确认。", "All right, this first; the last matter will be shown again afterwards."));

    public static Reply ReportLeft(Language language) => new(language.In("好的，刚才填写的内容已存为草稿，说“继续填报”可以接着写。", "All right, what you wrote so far is kept as a draft; say \"continue the report\" to go on."));

    /// <summary>What was done in this conversation a short while ago.</summary>
    /// <param name="told">What was answered to each, the last one last.</param>
    /// <param name="isOpen">Something is shown and waits for a yes.</param>
    /// <param name="waiting">Wishes that have not had their turn, as typed.</param>
    public static Reply Done(IReadOnlyList<string> told, bool isOpen, IReadOnlyList<string> waiting, Language language)
    {
        var lines = new List<string> { told.Count == 0 ? language.In("刚才还没有办理任何事项，没有发出任何消息。", "Nothing has been done just now, and nothing was sent.") : language.In("刚才办了：", "Done just now:") };
        lines.AddRange(told.Select(one => $"· {one}"));
        if (isOpen)
            lines.Add(language.In("还有一件等您确认，见下。", "One more waits for your yes, see below."));
        if (waiting.Count > 0)
            lines.Add(language.In($"接着要办的：{string.Join("；", waiting)}", $"Next in line: {string.Join("; ", waiting)}"));
        return new(string.Join('\n', lines)) { Buttons = [Buttons.WhoHasNotReported(language)] };
    }

    /// <summary>Acts by what they do, as they are called when they are to be taken back.</summary>
    private static readonly Dictionary<string, (string Chinese, string English)> Names = new()
    {
        ["extend-due"] = ("延期", "extension"), ["return-report"] = ("退回", "return"), ["accept-report"] = ("审核通过", "acceptance"), ["waive-report"] = ("免报", "waiver"),
        ["urge"] = ("催办", "urging"), ["broadcast"] = ("通知", "notice"), ["pause-reminders"] = ("暂停提醒", "pause"), ["resume-reminders"] = ("恢复提醒", "resumption of reminders"),
        ["change-contact"] = ("更换联络员", "change of contact"), ["close-period"] = ("关闭报告期", "closing of the period"), ["invite"] = ("邀请", "invitation"), ["grant-request"] = ("同意申请", "granting of a request"),
        ["decline-request"] = ("不同意申请", "declining of a request"), ["follow-problem"] = ("问题跟踪", "following of the problem"), ["close-problem"] = ("问题销号", "closing of the problem"),
        ["keep-absence"] = ("休假登记", "absence"), ["end-absence"] = ("销假", "return"), ["change-ladder"] = ("修改提醒节点", "change of the reminder steps"), ["order-step"] = ("对提醒节点的安排", "order for a reminder step"),
    };

    public static string Name(string act, Language language) => Names.TryGetValue(act, out var known) ? language.In(known.Chinese, known.English) : language.In("这项操作", "act");

    /// <summary>It was found, but is of a kind that cannot be taken back, or something has happened since.</summary>
    public static Reply NotToBeUndone(string act, string? unit, Language language) => new(act is "urge" or "broadcast"
        ? language.In($"{unit}{Name(act, language)}已经发出，收不回来了；我没有做别的改动。", $"The {Name(act, language)}{To(unit)} has gone out and cannot be called back; nothing else was changed.")
        : language.In($"{unit}的{Name(act, language)}现在不能直接撤销：此后又有变化，或者需要另行办理。我没有做任何改动。".TrimStart('的'), $"The {Name(act, language)}{To(unit)} cannot simply be undone any more: something has changed since, or it takes a step of its own. Nothing was changed."));

    private static string To(string? unit) => unit is null ? "" : $" for {unit}";

    /// <param name="recent">What the person did of late, newest first: name of the act, unit, when.</param>
    /// <param name="unit">The unit whose act was to be taken back; null when none was named.</param>
    public static Reply NothingToUndo(IReadOnlyList<(string Act, string? Unit, DateTimeOffset At)> recent, string? unit, TimeZoneInfo zone, Language language)
    {
        var none = unit is null
            ? language.In("没有可以撤销的操作，我没有做任何改动。", "There is nothing that can be undone; nothing was changed.")
            : language.In($"没有可以撤销的{unit}的操作：近几天您没有对它做过这样的操作，我没有做任何改动。", $"Nothing of the kind was done by you for {unit} in the last days, so nothing can be undone; nothing was changed.");
        if (recent.Count > 0 && unit is null)
            none = language.In("这次对话里没有可以撤销的操作，我没有做任何改动。", "Nothing that was done in this conversation can be undone; nothing was changed.");
        if (recent.Count == 0)
            return new(none);
        var lines = recent.Select(one => language.In($"{Days.Moment(one.At, zone)} {Name(one.Act, language)}{(one.Unit is null ? "" : $"：{one.Unit}")}", $"{Days.Moment(one.At, zone)} {Name(one.Act, language)}{To(one.Unit)}"));
        return new($"{none}\n{language.In("您最近做的是：", "What you did last:")}\n{string.Join('\n', lines)}")
        {
            Buttons = [.. recent.Where(one => one.Unit is not null && one.Act is not ("urge" or "broadcast")).Take(3)
                .Select(one => new ReplyButton(language.In($"撤销{Name(one.Act, language)}", "Undo"), language.In($"撤销给{one.Unit}的{Name(one.Act, language)}", $"undo the {Name(one.Act, language)} of {one.Unit}"))).DistinctBy(button => button.Message)],
        };
    }

    /// <summary>教委催了没, asked while the urging waits for its confirmation.</summary>
    public static Reply NotYet(Language language) => new(language.In("还没有，正等您确认：", "Not yet; it waits for your confirmation:"));

    /// <summary>A yes after words that were not understood.</summary>
    public static Reply StillUnchanged(Language language) => new(language.In(
        "还没有发：您上一句话我没看懂，内容和收件人都没有改。请再看一遍，没错就回复“确认”；要改内容，请说“改成：……”。",
        "Not sent yet: I did not understand your last message, so neither text nor recipients were changed. Please look once more; say \"confirm\" if it is right, or \"change it to: …\"."));

    /// <summary>A yes to an urging after words about a unit that were not understood.</summary>
    public static Reply StillToAll(Language language) => new(language.In(
        "还没有发：您刚才说的话我没有全看懂，收件人没有改。请再看一遍，没错就回复“确认”；要去掉谁，请说“……先不催”。",
        "Nothing has gone out: I did not understand all of what you said, and the recipients are as they were. Look once more and say \"confirm\"; to leave somebody out, say \"leave ... out\"."));

    /// <summary>A yes to anything else after words that were not understood.</summary>
    public static Reply StillAsShown(Language language) => new(language.In(
        "还没有办：您上一句话我没看懂，下面的内容没有改。请再看一遍，没错就回复“确认”；要改请换个说法，或回复“取消”。",
        "Nothing is done yet: I did not understand your last message, so what is shown here was not changed. Please look once more; say \"confirm\" if it is right, put the change another way, or say \"cancel\"."));

    public static Reply UndoneAlready(string told, Language language) => new(language.In($"是的，刚才已经办了。{told}", $"Yes, that was done just now. {told}"));

    /// <summary>现在发不了吗, asked while it waits for its confirmation.</summary>
    public static Reply NowOnConfirmation(Language language) => new(language.In("能发：您回复“现在就发”，我马上发出；回复“取消”就不发。", "Yes: say \"send it now\" and it goes out at once; say \"cancel\" and nothing is sent."));

    /// <summary>What was said together with what has just been dealt with.</summary>
    public static Reply Next(string words, Language language) => new(language.In($"接着办理您刚才说的：{TaskNames.Cut(words, 60)}", $"Next, as you said: {TaskNames.Cut(words, 60)}"));

    /// <summary>A part of a message that was no wish that is understood.</summary>
    public static Reply NotHeard(string words, Language language) => new(language.In($"“{TaskNames.Cut(words, 40)}”这半句我没有看懂，请单独再说一遍；其余的照办。", $"I did not understand \"{TaskNames.Cut(words, 40)}\"; please say that again by itself. As for the rest:"));

    public static Reply WhichPlan(IReadOnlyList<string> titles, Language language) => new(language.In(
        $"请问是哪个计划？\n{string.Join('\n', titles)}", $"Which plan do you mean?\n{string.Join('\n', titles)}"))
    {
        Buttons = [.. titles.Take(6).Select(title => new ReplyButton(title, title))],
    };

    public static Reply WhichTasks(string unit, ReportingPeriod period, IReadOnlyList<LedgerRow> rows, Language language)
    {
        var names = string.Join('\n', rows.Select(row => TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language)));
        return new(language.In($"请问是{unit}{PeriodNames.Of(period, language)}的哪一项？\n{names}", $"Which task of {unit} for {PeriodNames.Of(period, language)}?\n{names}"))
        {
            Buttons = [.. rows.Take(5).Select(row => Buttons.Task(row.UnitTaskOrdinal, language)), Buttons.Of(language, "全部", "All")],
        };
    }

    /// <summary>Under every preview.</summary>
    public static Reply Confirm(string preview, Language language) => new($"{preview}\n{language.In("请回复“确认”或“取消”；也可以直接说要改的地方。", "Say \"confirm\" or \"cancel\", or say what to change.")}")
    {
        Buttons = [Buttons.Confirm(language), Buttons.Cancel(language)],
    };

    /// <summary>Characters between a preview's first line and its last; twice as many in English.</summary>
    private const int LongestInFull = 70;

    /// <summary>A preview that was shown before something else was asked: its first line, and how to answer.</summary>
    public static Reply StillWaits(Reply preview, Language language)
    {
        var lines = preview.Text.Split('\n');
        var first = lines[0].Replace("的以下", "的", StringComparison.Ordinal).Replace("以下", "", StringComparison.Ordinal).TrimEnd('：', ':', '。', '.', ' ');
        // What is short is said in full.
        var rest = string.Join(language.In("，", ", "), lines[1..Math.Max(1, lines.Length - 1)].Select(line => line.Trim(' ', '　')));
        if (rest.Length > 0 && rest.Length <= (language == Language.English ? 2 : 1) * LongestInFull)
            first += language.In("：", ": ") + rest.TrimEnd('。', '.');
        return new(language.In($"还有一件事待您确认：{first}。请回复“确认”或“取消”。", $"One thing still waits for your yes: {first}. Say \"confirm\" or \"cancel\".")) { Buttons = preview.Buttons };
    }

    /// <summary>Somebody else was faster.</summary>
    public static Reply Overtaken(Language language) => new(language.In(
        "刚才有人改动了其中的内容，我没有做任何改动，请再看一下最新情况。", "Somebody changed this a moment ago, so I have changed nothing; please look at it again."))
    {
        Buttons = [Buttons.WhoHasNotReported(language)],
    };

    /// <summary>Several units were named for what is decided about one.</summary>
    public static Reply OneUnitAtATime(IReadOnlyList<string> units, Language language) => new(language.In(
        $"这项操作一次办理一个单位。先办哪一个：{string.Join("、", units)}？", $"This is done for one unit at a time. Which one first: {string.Join(", ", units)}?"))
    {
        Buttons = [.. units.Take(6).Select(unit => new ReplyButton(unit, unit))],
    };

    public static Reply Undone(string what, Language language) => new(language.In($"已撤销：{what}", $"Undone: {what}"));

    public static Reply CannotUndo(Language language) => new(language.In("内容此后又有变化，已不能撤销。", "It has changed since, so it can no longer be undone."));

    public static ReplyButton Undo(Language language) => Buttons.Of(language, "撤销", "Undo");
}
