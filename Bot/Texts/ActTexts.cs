using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>What all acts say alike.</summary>
public static class ActTexts
{
    public static Reply Cancelled(Language language) => new(language.In("好的，已取消，没有做任何改动。", "All right, cancelled; nothing was changed."));

    /// <summary>Something else was begun before this was confirmed.</summary>
    public static Reply Left(Language language) => new(language.In("好的，刚才的操作先放下，没有做任何改动。", "All right, I leave the last matter; nothing was changed."));

    public static Reply ReportLeft(Language language) => new(language.In("好的，刚才填写的内容已存为草稿，说“继续填报”可以接着写。", "All right, what you wrote so far is kept as a draft; say \"continue the report\" to go on."));

    /// <param name="unit">The unit whose act was to be taken back; null when none was named.</param>
    public static Reply NothingToUndo(Language language, string? unit = null) => new(unit is null
        ? language.In("没有可以撤销的操作。", "There is nothing that can be undone.")
        : language.In($"这次对话里没有可以撤销的{unit}的操作，我没有做任何改动。", $"Nothing that was done for {unit} in this conversation can be undone; nothing was changed."));

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
