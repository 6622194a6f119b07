namespace PlanBot.Texts;

/// <summary>A list was asked for of some units only, and of which is not clear.</summary>
public static class FilterTexts
{
    /// <param name="words">What was not understood, as normalised.</param>
    /// <param name="isOffice">Who asks sees all units.</param>
    /// <param name="shown">Units that were shown before and may be meant; most often empty.</param>
    public static Reply NotUnderstood(string words, IReadOnlyList<string> shown, bool isOffice, Language language) => shown.Count > 0 && isOffice
        ? new(language.In(
            $"没有看懂“{words}”指的是哪些单位：上面列出的是{shown.Count}个，{string.Join("、", shown)}。要看它们的情况，请选：",
            $"I do not know which units \"{words}\" stands for: {shown.Count} were shown above, {string.Join(", ", shown)}. To see how they stand, choose:"))
        {
            Buttons = [new(language.In("这几个的情况", "All of these"), language.In($"{string.Join("、", shown)}报了吗", $"Have {string.Join(" and ", shown)} reported?")), .. shown.Take(4).Select(unit => Buttons.Of(language, $"{unit}报了吗", $"Has {unit} reported?"))],
        }
        : new(language.In(
        $"没有看懂“{words}”指的是哪些单位，所以没有列名单。可以说单位名称、几项任务（例如“只有一项任务的”“欠3项以上的”），或选下面的：",
        $"I do not know which units \"{words}\" stands for, so no list is shown. Name the units, say how many tasks (\"with only one task\", \"at least three open\"), or choose:"))
    {
        Buttons = !isOffice ? [Buttons.MyTasks(language), Buttons.Help(language)] :
        [
            Buttons.WhoIsOverdue(language), Buttons.WhoHasNotReported(language), Buttons.Of(language, "一项都没报的有哪些", "Who has not reported anything at all"),
            Buttons.Of(language, "只有一项任务的还有谁没报", "Who with only one task has not reported"), Buttons.Of(language, "哪些单位报了一部分", "Who has reported part of it"),
        ],
    };
}
