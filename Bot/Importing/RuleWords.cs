using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>A reporting rule in a person's words, where the notice states none: 每月25日前, 下季度第3个工作日前, by the 25th of each month.</summary>
public static partial class RuleWords
{
    /// <summary>Longer words are no rule. Characters.</summary>
    private const int Longest = 200;

    /// <param name="issuedOn">The notice's date, which tells the first period; null when it is not known.</param>
    /// <returns>Null when the words name no due day.</returns>
    public static NoticeReporting? Read(string words, string? issuedOn)
    {
        if (words.Length > Longest || string.IsNullOrWhiteSpace(words))
            return null;
        var said = (Chinese(words) ?? words).Trim().TrimEnd('。', '.', '！', '!');
        var reading = ReportingPass.Read([Passage.Of($"各单位{said}{(ReportWords.Asks(said) ? "" : "报送进展情况")}。", 1)], issuedOn, new Remarks());
        return reading is { DueRule: not null } ? reading : null;
    }

    /// <summary>The usual English wordings in the words that notices use.</summary>
    private static string? Chinese(string words)
    {
        if (English().Match(words.Trim()) is not { Success: true, Groups: var said } || !(said["unit"].Success || said["often"].Success))
            return null;
        var unit = Units[said["unit"].Success ? said["unit"].Value.ToLowerInvariant() : said["often"].Value.ToLowerInvariant()[..^2]];
        var next = said["next"].Success;
        return said["end"].Success ? $"每{unit}{(unit == "月" ? "底" : "末")}前"
            : said["work"].Success ? $"每{unit}结束后{said["day"].Value}个工作日内"
            : unit == "月" ? $"{(next ? "次月" : "每月")}{said["day"].Value}日前"
            : next ? $"下一{unit}首月{said["day"].Value}日前"
            : $"每{unit}最后一个月{said["day"].Value}日前";
    }

    private static readonly Dictionary<string, string> Units = new() { ["month"] = "月", ["quarter"] = "季度", ["half-year"] = "半年", ["half year"] = "半年" };

    [GeneratedRegex(@"^(?:(?<often>monthly|quarterly)[,:]?\s+)?(?:by|on|before)?\s*(?:the\s+)?(?:(?<end>end)|(?<day>\d{1,2})(?:st|nd|rd|th)?(?<work>\s+working)?(?:\s+day)?)(?:\s+of\s+(?:(?<next>the\s+(?:next|following))|each|every|the)\s+(?<unit>month|quarter|half[- ]year))?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
