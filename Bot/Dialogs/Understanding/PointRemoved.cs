using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>问题第2条删了吧, 老年人不太会用这条不要了: one of several points of a section that is to go. Pure.</summary>
/// <param name="Section">Null where none is named.</param>
/// <param name="Number">The point by its number; null where <paramref name="Words"/> of it are said.</param>
/// <param name="Tasks">Numbers named; empty when none is.</param>
public sealed record PointRemoved(ReportSection? Section, int? Number, string Words, IReadOnlyList<int> Tasks)
{
    private const int Longest = 80;

    private const string Away = "(?:给我|帮我|就|可以|请)*(?:删(?:掉|除|了|去)*|去掉|去了|不要|拿掉|划掉|取消)(?:了|吧|啦)*";

    private const string Polite = "^(?:请|麻烦|帮我|还是|那|把|将|对了|等等|please |and |also |[, ])*";

    /// <returns>Null when the words say nothing of the kind.</returns>
    public static PointRemoved? Parse(string raw, SectionWords words)
    {
        if (raw.Length > Longest || raw.Contains('\n', StringComparison.Ordinal))
            return null;
        var folded = Spelling.Fold(raw);
        var point = $"第(?<n>{Numbers.Pattern})(?:小?[条点个项句]|部分)(?:的|这|那)*(?:问题|困难|内容|话)?";
        var section = $"(?:(?<task>{TaskWords.Pattern})(?:的|里)*)?(?:the )?(?<section>{words.Any})(?:里面?|里头|中|那里|的|部分)*";
        var end = @"(?:[,.!].{0,20})?$";
        string[] patterns =
        [
            $"{Polite}{section}{point}{Away}{end}",
            $"{Polite}{Away}{section}{point}{end}",
            $@"{Polite}(?:delete|remove|drop|take out|cut) (?:the )?(?:(?<n>{Numbers.EnglishPattern})(?: (?:point|item|one|sentence|problem|bullet))?|(?:point|item|no\.?|number) (?<n>[0-9]{{1,2}}))(?: (?:of|in|from|under))? {section}{end}",
            $"{Polite}(?:{section})?[“\"]?(?<words>[^,.;!]{{2,40}}?)[”\"]?(?:这|那)一?(?:[条点句个]|段)(?:话)?{Away}{end}",
        ];
        foreach (var pattern in patterns)
        {
            if (Regex.Match(folded, pattern, RegexOptions.CultureInvariant) is { Success: true } match)
                return new(words.Of(match.Groups["section"].Value), Numbers.Parse(match.Groups["n"].Value), Of(match.Groups["words"], raw), [.. TaskWords.Find(match.Groups["task"].Value).Select(task => task.Ordinal)]);
        }
        return null;
    }

    private static string Of(Group group, string raw) => raw.Substring(group.Index, group.Length).Trim();

    /// <summary>The text without the point, those behind it counted anew; null when it has no such point, or nothing else.</summary>
    public string? ApplyTo(string text)
    {
        var marks = Mark.Matches(LabelScan.Fold(text)).ToList();
        var starts = marks.Count > 1 ? marks.ConvertAll(mark => mark.Index) : [.. Sentence.Matches(LabelScan.Fold(text)).Select(sentence => sentence.Index)];
        var points = starts.Zip(starts.Skip(1).Append(text.Length), (start, end) => text[start..end]).ToList();
        var index = Number is { } number ? number - 1 : points.FindAll(point => point.Contains(Words, StringComparison.Ordinal)) is [var only] ? points.IndexOf(only) : -1;
        if (points.Count < 2 || index < 0 || index >= points.Count)
            return null;
        var left = points.Select((point, i) => i > index && marks.Count > 1 ? CountedDown(point) : point).Where((_, i) => i != index);
        var joined = (text[..starts[0]] + string.Concat(left)).Trim();
        return index == points.Count - 1 ? joined.TrimEnd(';', '；', ',', '，', '、') : joined;
    }

    private static string CountedDown(string point) =>
        Digits.Replace(point, number => (int.Parse(number.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture), 1);

    private static Regex Mark => field ??= new(@"(?:^|(?<=[;.,\n\s]))\s*[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)、.](?![0-9])");

    private static Regex Sentence => field ??= new(@"[^;.\n]+[;.\n]*");

    private static Regex Digits => field ??= new(@"(?<=^\s*[(]?)[0-9]{1,2}");
}
