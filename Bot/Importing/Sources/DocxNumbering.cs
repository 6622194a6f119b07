using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace PlanBot.Importing.Sources;

/// <summary>The labels that Word prints before paragraphs and does not store with their text: 一、 （一） 1.</summary>
internal sealed partial class DocxNumbering
{
    private const int MostLevels = 9;

    private readonly Dictionary<string, Level[]> lists = [];
    private readonly Dictionary<string, (string List, Dictionary<int, int> Starts)> numbers = [];
    private readonly Dictionary<string, Style> styles = [];
    private readonly Dictionary<string, int[]> counters = [];
    private readonly HashSet<string> used = [];

    private sealed record Level(int Start, string Format, string Text);

    private sealed record Style(string? Above, string? Number, int? Level);

    public DocxNumbering(Package package)
    {
        using var numbering = package.Open("word/numbering.xml");
        if (numbering is not null && numbering.MoveToContent() == XmlNodeType.Element)
            foreach (var name in XmlWalk.Children(numbering))
                if (name == "abstractNum")
                    ReadList(numbering);
                else if (name == "num")
                    ReadNumber(numbering);
        using var stylesheet = package.Open("word/styles.xml");
        if (stylesheet is not null && stylesheet.MoveToContent() == XmlNodeType.Element)
            foreach (var name in XmlWalk.Children(stylesheet))
                if (name == "style")
                    ReadStyle(stylesheet);
    }

    /// <summary>The label of the next paragraph; each call counts one on.</summary>
    /// <param name="number">The paragraph's own number, null for its style's; "0" takes the number away.</param>
    /// <returns>"" when it has none, or a bullet.</returns>
    public string Next(string? number, int? level, string? style)
    {
        for (var (depth, above) = (0, style); number is null && above is not null && depth < 20 && styles.TryGetValue(above, out var found); depth++, above = found.Above)
            (number, level) = (found.Number, level ?? found.Level);
        if (number is null || !numbers.TryGetValue(number, out var list) || !lists.TryGetValue(list.List, out var levels) || (level ?? 0) is not (>= 0 and < MostLevels and var at))
            return "";
        var counts = Counts(number, list, levels);
        counts[at]++;
        for (var below = at + 1; below < MostLevels; below++)
            counts[below] = levels[below].Start - 1;
        return levels[at].Format == "bullet" ? "" : Placeholder().Replace(levels[at].Text, match =>
            match.ValueSpan[1] - '1' is var of && of <= at ? Printed(Math.Max(counts[of], levels[of].Start), levels[of].Format) : "");
    }

    /// <summary>Lists made from one pattern count on together, unless a number says where it starts.</summary>
    private int[] Counts(string number, (string List, Dictionary<int, int> Starts) list, Level[] levels)
    {
        if (!counters.TryGetValue(list.List, out var counts))
            counters[list.List] = counts = [.. levels.Select(level => level.Start - 1)];
        if (used.Add(number))
            foreach (var (level, start) in list.Starts.Where(start => start.Key < MostLevels))
                counts[level] = start - 1;
        return counts;
    }

    private void ReadList(XmlReader reader)
    {
        var id = XmlWalk.Attribute(reader, "abstractNumId") ?? "";
        var levels = Enumerable.Repeat(new Level(1, "none", ""), MostLevels).ToArray();
        foreach (var name in XmlWalk.Children(reader))
            if (name == "lvl" && XmlWalk.Number(reader, "ilvl") is >= 0 and < MostLevels and var at)
                levels[at] = ReadLevel(reader);
        lists.TryAdd(id, levels);
    }

    private static Level ReadLevel(XmlReader reader)
    {
        var level = new Level(1, "decimal", "");
        foreach (var name in XmlWalk.Children(reader))
            level = name switch
            {
                "start" => level with { Start = XmlWalk.Number(reader, "val") ?? 1 },
                "numFmt" => level with { Format = XmlWalk.Attribute(reader, "val") ?? "decimal" },
                "lvlText" => level with { Text = XmlWalk.Attribute(reader, "val") ?? "" },
                _ => level,
            };
        return level;
    }

    private void ReadNumber(XmlReader reader)
    {
        var (id, list, starts) = (XmlWalk.Attribute(reader, "numId") ?? "", "", new Dictionary<int, int>());
        foreach (var name in XmlWalk.Children(reader))
            if (name == "abstractNumId")
                list = XmlWalk.Attribute(reader, "val") ?? "";
            else if (name == "lvlOverride" && XmlWalk.Number(reader, "ilvl") is { } level)
                foreach (var inner in XmlWalk.Children(reader))
                    if (inner == "startOverride" && XmlWalk.Number(reader, "val") is { } start)
                        starts[level] = start;
        numbers.TryAdd(id, (list, starts));
    }

    private void ReadStyle(XmlReader reader)
    {
        var (id, style) = (XmlWalk.Attribute(reader, "styleId") ?? "", new Style(null, null, null));
        foreach (var name in XmlWalk.Children(reader))
            if (name == "basedOn")
                style = style with { Above = XmlWalk.Attribute(reader, "val") };
            else if (name == "pPr")
                foreach (var inner in XmlWalk.Children(reader))
                    if (inner == "numPr")
                    {
                        var (number, level) = ReadReference(reader);
                        style = style with { Number = number, Level = level };
                    }
        styles.TryAdd(id, style);
    }

    /// <summary>The number and level that a numPr names.</summary>
    public static (string? Number, int? Level) ReadReference(XmlReader reader)
    {
        string? number = null;
        int? level = null;
        foreach (var name in XmlWalk.Children(reader))
            if (name == "numId")
                number = XmlWalk.Attribute(reader, "val");
            else if (name == "ilvl")
                level = XmlWalk.Number(reader, "val");
        return (number, level);
    }

    private static string Printed(int number, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "chineseLegalSimplified" or "ideographDigital" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Chinese(number),
        "ideographTraditional" when number is >= 1 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "upperLetter" when number is >= 1 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "lowerLetter" when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>1 to 999: 一, 十, 十二, 二十, 一百零五.</summary>
    private static string Chinese(int number)
    {
        const string digits = "零一二三四五六七八九";
        return number switch
        {
            < 0 or > 999 => number.ToString(CultureInfo.InvariantCulture),
            < 10 => digits[number].ToString(),
            < 20 => number == 10 ? "十" : $"十{digits[number % 10]}",
            < 100 => $"{digits[number / 10]}十{(number % 10 == 0 ? "" : digits[number % 10])}",
            _ => $"{digits[number / 100]}百{(number % 100) switch { 0 => "", < 10 => $"零{digits[number % 10]}", < 20 => $"一{Chinese(number % 100)}", _ => Chinese(number % 100) }}",
        };
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Placeholder();
}
