using System.Globalization;

namespace PlanBot.Texts;

/// <summary>How a task is named to people: its place among the unit's own, and the beginning of its text.</summary>
public static class TaskNames
{
    /// <summary>Text elements shown of a task; never fewer than 30, so that it can be told from its neighbours.</summary>
    public const int Length = 40;

    /// <summary>第二项, or task 2.</summary>
    public static string Ordinal(int ordinal, Language language) => language.In($"第{Numerals.Chinese(ordinal)}项", $"task {ordinal}");

    /// <summary>第二项：加大高层次和青年拔尖人才引育力度……, or Task 2: ….</summary>
    public static string Full(int ordinal, string? title, string text, Language language) =>
        language.In($"第{Numerals.Chinese(ordinal)}项：", $"Task {ordinal}: ") + Beginning(title, text);

    /// <summary>The task to the end of its text, on one line, its title ahead where the text does not begin with it.</summary>
    public static string Whole(string? title, string text) =>
        (string.IsNullOrWhiteSpace(title) || text.StartsWith(title, StringComparison.Ordinal) ? text : $"{title}：{text}").ReplaceLineEndings(" ").Trim();

    /// <summary>The first <see cref="Length"/> characters of the task, its title ahead where the text does not begin with it.</summary>
    public static string Beginning(string? title, string text)
    {
        var line = Cut(text.ReplaceLineEndings(" ").Trim(), Length);
        return string.IsNullOrWhiteSpace(title) || text.StartsWith(title, StringComparison.Ordinal) ? line : $"{title}：{line}";
    }

    /// <summary>At most <paramref name="length"/> characters as a reader counts them, with an ellipsis where something is left out.</summary>
    public static string Cut(string text, int length)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length <= length ? text : text[..starts[length]] + "…";
    }
}
