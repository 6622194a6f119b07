using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Contacts who are away, and who stands in.</summary>
public static class AbsenceTexts
{
    public static string Name(bool ends, Language language) => ends ? language.In("销假", "being back") : language.In("休假登记", "an absence");

    /// <param name="deputy">Who stands in: the deputy, or the backups by name.</param>
    public static Reply Preview(string name, string unit, DateOnly from, DateOnly? until, string deputy, Language language) => ActTexts.Confirm(
        language.In(
            $"将登记{name}（{unit}）{Span(from, until, language)}不在，期间的提醒、通知改发给{deputy}，由{deputy}报送；到期自动恢复。",
            $"{name} ({unit}) will be kept as away {Span(from, until, language)}. Reminders and letters go to {deputy} meanwhile, who reports; it ends by itself."), language);

    public static Reply Kept(string name, DateOnly from, DateOnly? until, string deputy, Language language) => new(language.In(
        $"已登记：{name}{Span(from, until, language)}不在，由{deputy}代。提前回来了说一声“我回来了”。", $"Kept: {name} is away {Span(from, until, language)}, {deputy} stands in. Say \"I am back\" to end it early."))
    {
        Buttons = [ActTexts.Undo(language)],
    };

    public static Reply PreviewBack(string name, Language language) => ActTexts.Confirm(language.In($"将结束{name}的休假登记，提醒从现在起恢复发给{name}。", $"{name}'s absence will be ended; reminders go to {name} again from now on."), language);

    public static Reply Back(string name, Language language) => new(language.In($"已恢复：提醒重新发给{name}。", $"Done: reminders go to {name} again."));

    public static Reply NotAway(string name, Language language) => new(language.In($"{name}没有登记休假，提醒一直照常发。", $"{name} is not kept as away; reminders have gone out as usual.")) { Buttons = [Buttons.MyTasks(language)] };

    public static Reply AskWhen(Language language) => new(language.In("请问哪天到哪天不在？比如“4月1日到10日”。", "From which day to which? E.g. \"1 to 10 April\"."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    public static Reply Over(Language language) => new(language.In("这几天已经过去了，请再说一下哪天到哪天不在。", "Those days are past. From which day to which?")) { Buttons = [Buttons.Cancel(language)] };

    public static Reply NobodyThere(string unit, Language language) => new(language.In(
        $"没有登记：{unit}没有别的联络员或备用联络员，没人能代收代报。请先让牵头部门登记一位备用联络员，再说一遍。",
        $"Not kept: {unit} has no other contact or backup who could stand in. Have the coordinating office register a backup first, then say it again."));

    public static Reply NotOfUnit(string deputy, string unit, IReadOnlyList<string> others, Language language) => new(language.In(
        $"没有登记：{deputy}不是{unit}登记的联络员或备用联络员，不能代报。{(others.Count > 0 ? $"可以由{string.Join("、", others)}代；" : "")}要由{deputy}代，请先让牵头部门把{deputy}登记为备用联络员。",
        $"Not kept: {deputy} is no contact or backup of {unit} and cannot report for it. {(others.Count > 0 ? $"{string.Join(", ", others)} could; " : "")}to have {deputy} stand in, the coordinating office must register {deputy} as a backup first."));

    public static Reply Overlaps(string name, DateOnly from, DateOnly? until, Language language) => new(language.In(
        $"{name}{Span(from, until, language)}已经登记过不在。要改，请先说“我回来了”撤掉原来的。", $"{name} is kept as away {Span(from, until, language)} already. To change that, end it first (\"I am back\")."));

    public static Reply Letter(AbsenceLetter letter, Language language) => letter.IsEnded
        ? new(language.In($"{letter.Name}{Span(letter.From, letter.Until, language)}的休假登记已结束，提醒恢复发给{letter.Name}。", $"The absence of {letter.Name} {Span(letter.From, letter.Until, language)} has ended; reminders go to {letter.Name} again."))
        : new(language.In(
            $"{letter.Name}{Span(letter.From, letter.Until, language)}不在，期间由{letter.Deputy ?? "备用联络员"}接收提醒并报送。", $"{letter.Name} is away {Span(letter.From, letter.Until, language)}; {letter.Deputy ?? "the backup"} gets the reminders and reports meanwhile."));

    private static string Span(DateOnly from, DateOnly? until, Language language) => until is { } last
        ? last == from ? language.In(Days.Full(from, language), $"on {Days.Full(from, language)}") : language.In($"{Days.Full(from, language)}至{Days.Full(last, language)}", $"from {Days.Full(from, language)} to {Days.Full(last, language)}")
        : language.In($"{Days.Full(from, language)}起", $"from {Days.Full(from, language)} on");
}
