using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>机构数写错了，是11家；另外问题再加一句：…: changes of different kinds in one message, each of which must be done or named as not done. Pure.</summary>
internal static class SeveralChanges
{
    private const int Longest = 400;

    /// <returns>Each change in the words it was said with, a continuing text staying with its own; empty unless a figure or words are put right beside another change.</returns>
    public static IReadOnlyList<string> In(string said, SectionWords words)
    {
        if (said.Length > Longest)
            return [];
        if (OfSections(said, words) is { Count: > 1 } sections)
            return sections;
        if (OfFigures(said, words) is { Count: > 1 } figures)
            return figures;
        var pieces = new List<(string Words, bool IsSection)>();
        foreach (var piece in Ends.Split(said).Select(piece => Start.Replace(piece, "").Trim()).Where(piece => piece.Any(char.IsLetterOrDigit)))
        {
            var isSection = CorrectionText.Parse(piece, words).Count > 0;
            if (isSection || WordChange.Parse(piece, words) is { IsLoose: false } || ValueChange.Parse(piece, words) is { IsSure: true })
                pieces.Add((piece, isSection));
            else if (pieces.Count == 0)
                return [];
            else
                pieces[^1] = ($"{pieces[^1].Words}；{piece}", pieces[^1].IsSection);
        }
        return pieces.Count > 1 && pieces.Exists(piece => !piece.IsSection) ? [.. pieces.Select(piece => piece.Words)] : [];
    }

    /// <summary>两个地方要改，成效是…，下一步是…: what stands behind each section's name is what it is to be.</summary>
    private static List<string> OfSections(string said, SectionWords words)
    {
        if (Announced.Match(Spelling.Fold(said)) is not { Success: true } announced)
            return [];
        var rest = said[announced.Length..];
        var heads = Regex.Matches(Spelling.Fold(rest), $@"(?:^|(?<=[,;.\s]))(?:一个是|另一个是|(?:另外|还有|然后|and|the)[, ]*)?(?<section>{words.Any})(?:那?[条块段栏里]|部分)?(?:应该?|要|得)?(?:是|为|:|改成|改为|写成?|换成|is|are|should be|to)\s*[:,]?\s*(?=\S)", RegexOptions.CultureInvariant)
            .Where(head => words.Of(head.Groups["section"].Value) is not null).ToList();
        return [.. heads.Select((head, place) => $"{head.Groups["section"].Value}改成：{LabelScan.Tidy(rest[(head.Index + head.Length)..(place + 1 < heads.Count ? heads[place + 1].Index : rest.Length)])}")];
    }

    /// <summary>5家改3家，15%改成9%左右，其余不动: nothing but one figure for another, in every clause.</summary>
    private static List<string> OfFigures(string said, SectionWords words)
    {
        var clauses = Comma.Split(WordsForBot.Apart(said, isAnswer: true).Text).Select(clause => Start.Replace(clause, "").Trim()).Where(clause => clause.Any(char.IsLetterOrDigit)).ToList();
        // 企业数换45，培训期数6: each figure by what it counts.
        if (clauses.Count > 1 && clauses.ConvertAll(clause => NamedFigure.Parse(clause, words, isShown: true)) is var named && named.TrueForAll(figure => figure is { Noun.Length: > 0, NeedsNoun: true }) && named[0]!.IsSure)
            return named.ConvertAll(figure => $"{(figure!.Tasks is [var task] ? $"第{task}项" : "")}{figure.Noun}数应该是{figure.New}{figure.Measure}");
        return clauses.Count > 1 && clauses.TrueForAll(clause => clause.Length <= LongestFigure && clause.Any(char.IsAsciiDigit) && WordChange.Parse(clause, words) is { IsLoose: false }) ? clauses : [];
    }

    private const int LongestFigure = 40;

    private static Regex Comma => field ??= new(@"，|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),|[;；。\n、]|\s+and\s+(?:also\s+)?|\s+(?=[0-9][^\s,，]{0,12}(?:改|换)(?:成|为|到)?[0-9])");

    private static Regex Announced => field ??= new(@"^\s*(?:等等|不对|哦|还)?[,.\s]*(?:有)?(?:[一两二三四几]|多)?(?:个|处)?(?:地方|处|块|条|项内容)?(?:还)?(?:要|得|需要|想)(?:再)?(?:改|更正|修改|调整|动)(?:一?下|[一两二三四几]处|[一两二三四几]个地方)?\s*[,:.;]\s*|^\s*(?:wait,? |sorry,? )?(?:two|three|a couple of|some|a few) (?:things|changes|corrections|points)(?: to (?:change|correct|fix))?\s*[,:.;]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Ends => field ??= new(@"[;；。\n]\s*|[.!]\s+|[,，]\s*(?=另外|还有|同时|再有|此外|然后|and also|also )|[,，]\s*(?=[^,，;；。0-9]{2,8}(?:也|都)?(?:应该?是|应为|改成|改为|换成)[0-9])|,?\s+and\s+(?=(?:also\s+)?(?:add|change|replace|put|make)\s)");

    private static Regex Start => field ??= new(@"^\s*(?:(?:另外|还有|同时|再有|此外|然后|and also|also|and)[,，\s]*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
