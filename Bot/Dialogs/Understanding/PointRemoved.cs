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
        if (Unwritten.Match(folded) is { Success: true } unwritten && Of(unwritten.Groups["words"], raw) is { Length: > 1 } clause && words.Of(clause) is null && TaskWords.Find(Spelling.Plain(clause)).Count == 0)
            return new(null, null, clause, []) { IsClause = true };
        foreach (var pattern in patterns)
        {
            if (Regex.Match(folded, pattern, RegexOptions.CultureInvariant) is { Success: true } match)
                return new(words.Of(match.Groups["section"].Value), Numbers.Parse(match.Groups["n"].Value), Of(match.Groups["words"], raw), [.. TaskWords.Find(match.Groups["task"].Value).Select(task => task.Ordinal)]);
        }
        return null;
    }

    /// <summary>那180万还是别写了: of a sentence only the clause that holds the words.</summary>
    public bool IsClause { get; private init; }

    /// <summary>It is a figure, so that nothing but the text can be meant.</summary>
    public bool NamesFigure => IsClause && Words.Any(char.IsAsciiDigit);

    private static Regex Unwritten => field ??= new("^(?:哦|噢|嗯|唉|哎|等等|等一?下|对了|算了|不对|还是|那么?|就|[, ])*(?:上面|前面|刚才|里面|进展里?|成效里?|问题里?)?(?:的)?(?:那|这)?(?:一?[个句条段处])?(?<words>[^,.;!?]{2,30}?)(?:这|那)?(?:一?[个句条段块]|的?数字?|块儿)?(?:还是|就|先|都|也|最好|可以|咱们?|我们?)*(?:别|不要|不用|甭|不)(?:再)?(?:写|提|放|列|说|填)(?:上|进|出)?(?:去|来|里面)?(?:了|吧|啦|哈|为好|比较好)+[.!]*$"
        + "|^(?:and |also |actually,? |hm+,? |oh,? |wait,? |ok,? |on second thought,? )*(?:we'd |i'd |we had |you'd )?(?:better |please |let's |maybe )*(?:not (?:mention|write|include|put(?: in)?)|don't (?:mention|write|include|put(?: in)?)|drop|remove|omit|take out|leave out|delete) (?:the |that |those )?(?<words>[^,;!?]{2,40}?)(?: (?:figure|number|amount|bit|part))?(?: in| out| after all| there| please)*[.!]*$"
        + "|^(?:and |also |actually,? |hm+,? |oh,? |wait,? |ok,? |on second thought,? )*(?:please |let's |maybe |better )*(?:leave|take|keep) (?:the |that |those )?(?<words>[^,;!?]{2,40}?)(?: (?:figure|number|amount|bit|part))? out(?: after all| please| of it)*[.!]*$");

    private static string Of(Group group, string raw) => raw.Substring(group.Index, group.Length).Trim();

    /// <summary>The text without the point, those behind it counted anew; null when it has no such point, or nothing else.</summary>
    public string? ApplyTo(string text)
    {
        if (IsClause)
            return WithoutClause(text);
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

    /// <summary>资助标准项目6个,合计180万,新立4项: the clause goes with its mark; the only one stays, for nothing would be left.</summary>
    private string? WithoutClause(string text)
    {
        var clauses = Clauses.Matches(text).Select(clause => clause.Value).ToList();
        var (left, right) = (char.IsDigit(Words[0]) ? "(?<![0-9.])" : "", char.IsDigit(Words[^1]) ? "(?![0-9]|\\.[0-9])" : "");
        var holding = clauses.FindAll(clause => Regex.IsMatch(clause, $"{left}{Regex.Escape(Words)}{right}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
        if (clauses.Count < 2 || holding is not [var only])
            return null;
        var joined = string.Concat(clauses.Where(clause => clause != only)).Trim();
        return only == clauses[^1] ? joined.TrimEnd(';', '；', ',', '，', '、') : joined;
    }

    private static Regex Clauses => field ??= new(@"(?:[^,，;；。、\n.]|(?<=[0-9])[.,](?=[0-9])|\.(?=[a-z0-9]))+(?:[,，;；。、\n]|\.(?=\s|$))*\s*");

    private static string CountedDown(string point) =>
        Digits.Replace(point, number => (int.Parse(number.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture), 1);

    private static Regex Mark => field ??= new(@"(?:^|(?<=[;.,\n\s]))\s*[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)、.](?![0-9])");

    private static Regex Sentence => field ??= new(@"[^;.\n]+[;.\n]*");

    private static Regex Digits => field ??= new(@"(?<=^\s*[(]?)[0-9]{1,2}");
}
