using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>What every layout's tasks have in common: title and milestones come from the text.</summary>
internal sealed class TaskTexts(Milestones milestones)
{
    /// <summary>Longer openings are sentences of the text, not its title. Characters.</summary>
    private const int LongestTitle = 30;

    public NoticeTask Read(string? number, Passage text, int line, IReadOnlyList<NoticeUnit> units, DatedText? deadline) => new()
    {
        Number = number,
        Title = TitleOf(text),
        Text = text.Raw,
        Line = line,
        Deadline = deadline,
        Milestones = milestones.Read(text),
        Units = units,
    };

    /// <summary>The opening up to the first 。 or the heading's line, when it is short and more follows; else null: the text is the task.</summary>
    private static string? TitleOf(Passage text)
    {
        var end = text.Text.IndexOfAny(['。', '\n']);
        return end is > 0 and <= LongestTitle && !text.From(end + 1).IsBlank ? text.Slice(0, end).Raw : null;
    }
}
