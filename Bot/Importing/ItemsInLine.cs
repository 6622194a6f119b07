using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Cuts a line that holds several numbered items: "1. …。责任单位：A、B。2. …。责任单位：C。". An enumeration inside one item has no units before its next number and stays whole.</summary>
internal static partial class ItemsInLine
{
    /// <summary>A heading in front of the first item: "一、稳增长。1. …".</summary>
    private const int LongestHeading = 40;

    /// <summary>Units are looked for no further before a number than this, so that a long line is not read over and over.</summary>
    private const int LongestTail = 600;

    public static IEnumerable<Passage> Cut(Passage line)
    {
        var labels = Label().Matches(line.Text).Select(match => match.Groups["label"].Index).ToList();
        if (labels.Count == 0)
            return [line];
        var cuts = new List<int> { 0 };
        foreach (var at in labels)
            if (AssignmentTail.Find(line.Slice(Math.Max(cuts[^1], at - LongestTail), at)) is not null)
                cuts.Add(at);
        cuts.AddRange(labels.Where(at => IsFirst(line, at, cuts)).ToList());
        return cuts.Count == 1 ? [line] : [.. cuts.Order().Zip(cuts.Order().Skip(1).Append(line.Length), (from, until) => line.Slice(from, until).Trim())];
    }

    /// <summary>The number 1 behind a heading with a label of its own, where the line goes on with the number 2 or ends with the first.</summary>
    private static bool IsFirst(Passage line, int at, List<int> cuts)
    {
        var start = cuts.Where(cut => cut < at).Max();
        if (at - start > LongestHeading || cuts.Contains(at) || ItemLabels.Read(line.Slice(start, at)) is not { } heading || ItemLabels.Read(line.From(at)) is not { } label || label.Depth <= heading.Depth)
            return false;
        var end = cuts.Where(cut => cut > at).DefaultIfEmpty(line.Length).Min();
        return label.Value is { } value && AssignmentTail.Find(line.Slice(at, end)) is not null
            && (end < line.Length ? ItemLabels.Read(line.From(end)) is { } next && next.Depth == label.Depth && next.Value == value + 1
                : heading.Depth <= 2 && label.Depth == 3 && Label().Matches(line.Text).All(match => match.Groups["label"].Index is var other && (other <= at || ItemLabels.Read(line.From(other))?.Depth != label.Depth)));
    }

    // A digit behind the stop makes it a number: 1.5亿元.
    [GeneratedRegex(@"(?<=[。；！）])\s*(?<label>\d{1,3}\s*[.、](?!\d)|（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）|[一二三四五六七八九十]{1,3}、)")]
    private static partial Regex Label();
}
