using System.Text.RegularExpressions;

namespace PlanBot.Texts;

/// <summary>The preview of an act as a card: its first line says what will be done, its last how to answer, and between them stands what will change.</summary>
public static partial class ActCard
{
    public static Reply Add(Reply preview, CardSubject about, Language language)
    {
        var lines = preview.Text.Split('\n');
        if (lines.Length < 2)
            return preview;
        var rows = lines[1..^1].Where(line => line.Trim().Length > 0).Select(Row).ToList();
        return preview with
        {
            Card = new(CardLayout.Change, preview.Text, about)
            {
                Title = language.In("请确认", "Please confirm"),
                Lead = lines[0],
                Groups = rows.Count == 0 ? [] : [new(null, rows)],
                Hint = lines[^1],
                Buttons = [.. preview.Buttons.Select((button, index) => CardButton.Of(button) with { Style = index == 0 ? CardButtonStyle.Main : CardButtonStyle.Plain })],
            },
        };
    }

    /// <summary>4月3日 → 4月10日 shows the new day, and under it the old one.</summary>
    private static CardRow Row(string line) => Change().Match(line) is { Success: true } change
        ? new(change.Groups["old"].Value) { Aside = $"{change.Groups["arrow"].Value} {change.Groups["new"].Value}" }
        : new(line.Trim());

    [GeneratedRegex(@"^\s*(?<old>.+?) (?<arrow>→|->) (?<new>.+)$")]
    private static partial Regex Change();
}
