using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A section's name over its text.</summary>
/// <param name="Where">From its bullet or number, if it has one (2）问题), to the end of its colon.</param>
/// <param name="Number">The number before it; null when it has none.</param>
/// <param name="IsSoft">Written without a colon: counts only in company.</param>
internal sealed record Label(ReportSection Section, Range Where, int? Number, bool IsSoft)
{
    /// <summary>问题是…: said in a sentence, and counts only beside another that stands alone.</summary>
    public bool IsTold { get; init; }

    /// <summary>成效都写…: of every task.</summary>
    public bool IsOfAll { get; init; }

    public int Start => Where.Start.Value;
    public int End => Where.End.Value;
}

/// <summary>Finds the labels of a report and cuts the texts between them.</summary>
internal static class LabelScan
{
    private const string Circled = "①②③④⑤⑥⑦⑧⑨㈠㈡㈢㈣㈤㈥㈦㈧㈨⑴⑵⑶⑷⑸⑹⑺⑻⑼⒈⒉⒊⒋⒌⒍⒎⒏⒐❶❷❸❹❺❻❼❽❾";

    private const string Digits = "(?<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})";

    /// <summary>Numbers that need nothing before them: （二）, 2）, 二、, ②.</summary>
    private const string OwnBreak = $@"(?:[(\[]{Digits}[)\]][、.]?\s*|{Digits}[)、]\s*|(?<number>[1-9])\ufe0f?\u20e3\s*|(?<circled>[{Circled}])\s*)";

    /// <summary>1. progress; but what is counted is no number of the label behind it: contracts signed for 11. Problems: ….</summary>
    private const string NumberBefore = $@"(?:{OwnBreak}|(?<!\b(?:for|of|by|to|at|about|over|only|just|than|in|from|reached|nearly|almost|around|until|till)\s){Digits}[.\]]\s*)?";

    // A label counts only at the start or after a break, so that "解决了三个问题：..." stays inside its section; and in English not as the end of a phrase.
    private const string Break = @"(?:^|(?<=[\s.;,、:!?()\[\]【】|…\-—>*#•·]))(?<!\b(?:some|no|of|any|few|several|other|these|those|two|three|many|major|minor|with|and|such)\s)";

    /// <summary>At the start of a line whatever is no word is decoration: Word's bullets, markdown's signs, pictures, the border of a table.</summary>
    private const string LineStart = @"(?:^|(?<=\n))(?:[^\w\n(\[【「〖<①-⒛❶-❾㈠-㈩]|\ufe0f)*(?:[a-h][.)]\s+)?";

    /// <summary>Within a line only what is never the end of a sentence.</summary>
    private const string Bullet = "(?:[●■◆★◇□▪▲►➢➤•·○]\\s*)";

    private const string Separator = @"\s*[*_]{0,3}\s*(?::|—{1,2}|--|=>?|->|→|｜)";

    public static IReadOnlyList<Label> Find(string folded, SectionWords words)
    {
        var quoted = Quoted.Matches(folded).Where(quote => quote.Length < folded.Trim().Length).Select(quote => quote.Index..(quote.Index + quote.Length)).ToList();
        var found = words.Labels.Matches(folded).Select(match => Of(match, folded, words)).OfType<Label>()
            // 会议讨论了“下一步：先试点”: what is quoted is a part of the sentence.
            .Where(label => !quoted.Exists(quote => label.Start > quote.Start.Value && label.End < quote.End.Value)).ToList();
        var all = found.FindAll(label => !label.IsTold);
        // Without a colon one cannot know; a row of several section names is no accident, nor is a numbered one.
        var isList = all.Select(label => label.Section.Ordinal).Distinct().Count() >= 2 && (IsAtStart(folded, all[0].Start) || all.Count(label => IsHeading(folded, label)) >= 2);
        var isRow = all.Count(label => label.IsSoft) >= 3 || all.Count(label => IsWord(folded, label)) >= 2 && all.TrueForAll(label => !label.IsSoft || IsWord(folded, label));
        var kept = all.FindAll(label => !label.IsSoft || IsNothing(folded, label) || isList && (label.Number is not null || IsLineStart(folded, label.Start) || isRow));
        // 问题是接口不统一 成效 配送车次降了11%: a sentence that names its section, and another name that stands alone.
        var beside = kept.Union(all.Where(label => IsWord(folded, label))).ToList();
        var told = found.FindAll(label => label.IsTold && !beside.Exists(other => other.Section == label.Section));
        // 成效都写初步见效 下一步都按计划推进: of all tasks, each section by its name.
        if (beside.Count == 0 && told.Count(label => label.IsOfAll) >= 2 && told[0].IsOfAll && IsAtStart(folded, told[0].Start))
            return told;
        return beside.Count == 0 || told.Count != 1 ? kept : [.. beside.Concat(told).OrderBy(label => label.Start)];
    }

    internal static Regex PatternOf(SectionWords words)
    {
        var name = $"(?<name>{words.Any})";
        var verb = @"(?:\s*(?:情况)?(?:都|就|各|均)?(?:如下|是|有|为|写成?|填|are|is)?)";
        return new(
            $@"{LineStart}{NumberBefore}(?<![a-z]){name}(?![a-z])\s*(?:(?<soft>[-–]\s*)|\|)"
            + $@"|(?:{LineStart}|{Bullet}?){NumberBefore}[【\[<*〖_]+\s*{NumberBefore}{name}\s*:?\s*[】\]>*〗_]+\s*:?"
            + $@"|(?:{LineStart}|{Bullet}?){NumberBefore}(?<soft>[「(]){name}[」)]\s*(?:(?<-soft>:)|)"
            + $@"|(?:{LineStart}|{Bullet}|{Break}){NumberBefore}(?<![a-z]){name}(?![a-z])(?:{verb}{Separator}|(?<soft>\s*[-–]\s+|(?<=[\u4e00-\u9fff])[-–]\s*|(?<told>(?:主要|就|还)?是(?![否不什啥谁怎由因:])(?=[\u4e00-\u9fff0-9])|(?<all>(?:都|均|各项)(?:是|写成?|填)?\s*(?=[\u4e00-\u9fff0-9])(?![是有没无不在要能会可已])))|\s+(?:(?:is|are|was|were)\s+(?:that\s+)?)?|(?=(?:暂时?|也|还)*[无没]|暂无|none)))"
            + $@"|{OwnBreak}(?<![a-z]){name}(?![a-z])(?:{verb}{Separator}|\.\s*|(?<soft>\s+))"
            // 第一项进展：新增12公里: the task's name is as good as a break.
            // 第一项：进展 初稿写完了: behind a task's head and its colon a space is enough.
            + $@"|(?<=(?:^|[\s.;,、!?]){TaskWords.Pattern}\s*[:,]\s*)(?=[\u4e00-\u9fff]){name}\s+(?=\S)"
            + $@"|(?<=(?:^|[\s.;,、!?]){TaskWords.Pattern}的?\s*)(?<![a-z]){name}(?![a-z])(?:{verb}{Separator}|(?:写成?|填)\s+|(?:就|只|主要|还是?)*有?[一两二三几0-9]个\s*[,:]\s*)",
            RegexOptions.CultureInvariant);
    }

    /// <summary>The block of one task, and what stood before its first label without belonging to it.</summary>
    public static (ReportBlock Block, string Opening) Cut(string raw, Range within, int? task, IReadOnlyList<Label> labels)
    {
        var (from, to) = (within.Start.Value, within.End.Value);
        var inside = labels.Where(label => label.Start >= from && label.End <= to).ToList();
        if (inside.Count == 0)
            return (new(task, new Dictionary<int, string>(), Tidy(raw[from..to])), "");
        var sections = new Dictionary<int, string>();
        for (var i = 0; i < inside.Count; i++)
        {
            var text = Tidy(raw[inside[i].End..(i + 1 < inside.Count ? inside[i + 1].Start : to)]);
            if (text.Length > 0) // a repeated label adds, it never replaces
                sections[inside[i].Section.Ordinal] = sections.TryGetValue(inside[i].Section.Ordinal, out var earlier) ? $"{earlier}\n{text}" : text;
        }
        var before = raw[from..inside[0].Start].Trim();
        var progress = inside.Find(label => label.Section.Kind == SectionKind.Progress);
        var isHeading = before.Length == 0 || !before.Any(char.IsLetterOrDigit) || Heading.IsMatch(Spelling.Fold(before)) || (progress is not null && (before.Length <= 30 || (task is not null && IsTitle(raw, from, before))));
        return (new(task, sections, isHeading ? "" : Tidy(before)), isHeading ? before : "");
    }

    /// <summary>Task 1 - Smart agriculture research institute: the rest of the head's own line, above a label for the progress.</summary>
    private static bool IsTitle(string raw, int from, string before) =>
        from > 0 && raw[from - 1] != '\n' && before.Length <= LongestTitle && !before.Contains('\n', StringComparison.Ordinal) && !before.AsSpan().ContainsAny("。；;！!");

    private const int LongestTitle = 90;

    /// <summary>The text with every character in one form, at its own place; more signs than <see cref="Spelling.Fold"/> knows, as they come from other programs.</summary>
    public static string Fold(string raw) => string.Create(raw.Length, Spelling.Fold(raw), static (text, folded) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            text[i] = folded[i] switch
            {
                '\ufe55' or '\u2236' or '\ufe30' => ':',
                '\u2028' or '\u2029' or '\v' or '\f' or '\u0085' => '\n',
                '\ufeff' or '\u200b' or '\u2060' => ' ',
                '。' => '.',
                var c => c,
            };
        }
    });

    private static Label? Of(Match match, string folded, SectionWords words)
    {
        if (words.Of(match.Groups["name"].Value) is not { } section)
            return null;
        int? number = match.Groups["number"].Success ? Numbers.Parse(match.Groups["number"].Value)
            : match.Groups["circled"].Success ? Circled.IndexOf(match.Groups["circled"].Value[0], StringComparison.Ordinal) % 9 + 1 : null;
        var end = match.Index + match.Length;
        // **进展：**甲: the marks that open before the name and close behind the colon are the label's own; others are the text's.
        if (Marks.Count(match.Value) == 1 && Marks.Match(folded, end) is { Success: true } closing && closing.Index == end)
            end += closing.Length;
        return new(section, match.Index..end, number, match.Groups["soft"].Success) { IsTold = match.Groups["told"].Success, IsOfAll = match.Groups["all"].Success };
    }

    /// <summary>一、工作进展情况 on a line of its own, however long the letter's opening above it is.</summary>
    private static bool IsHeading(string folded, Label label) =>
        IsLineStart(folded, label.Start) && (folded[label.Start..label.End].TrimStart().Contains('\n', StringComparison.Ordinal) || folded[label.End..].TrimStart(' ') is [] or ['\n', ..]);

    /// <summary>进展 接入28个部门 问题 接口不统一; 问题没有 成效也没有: a Chinese name with a space on both sides, or with nothing behind it, as prose has not.</summary>
    private static bool IsWord(string folded, Label label) =>
        label.IsSoft && (label.Start == 0 || folded[label.Start - 1] is ' ' or '\n') && folded[label.Start] >= '\u4e00' && (folded[label.End - 1] == ' ' || NothingBehind.IsMatch(folded[label.End..]));

    private static bool IsAtStart(string text, int index) => text[..index].Trim().Length <= 30;

    /// <summary>问题无, 困难没有: the label and nothing but nothing, to the end of the message.</summary>
    private static bool IsNothing(string folded, Label label) =>
        folded[label.End..].TrimStart() is { Length: <= 12 } rest && rest.Length > 0 && char.IsLetter(folded[label.End - 1]) && NothingToSay.Matches(rest);

    private static bool IsLineStart(string folded, int index) => index == 0 || folded[..index].TrimEnd(' ') is "" or [.., '\n'];

    /// <summary>Without the white space and separators around it; what ends a sentence stays.</summary>
    internal static string Tidy(string text)
    {
        var tidy = text.Trim().Trim(';', '；', ',', '，', '、').Trim();
        // One bar is the border of a table that was cut; a table inside the text keeps its own.
        if (!tidy.Contains('\n', StringComparison.Ordinal))
            tidy = tidy.Trim('|', '｜').Trim();
        return tidy.TrimStart(':', '：').TrimStart();
    }

    private static Regex Heading => field ??= new(@"(?:[:]|如下|情况|汇报|报送|报告|材料|here (?:is|are)|as follows|report)[\s.,:]*$|^(?:你好|您好|老师好|领导好|各位好|hi|hello|dear)[^.;]{0,40}$|(?:情况|小结|报告|材料|总结)(?:报送|汇报|报告|小结)*如下[\s.,:]*$");

    private static Regex NothingBehind => field ??= new(@"^(?:暂时?|也|还|都|基本)*(?:没有?|无)(?=[\s,.;]|$)");

    private static Regex Marks => field ??= new(@"\*{2,3}|_{2,3}");

    private static Regex Quoted => field ??= new("“[^”\n]*”|《[^》\n]*》|「[^」\n]{9,}」");
}
