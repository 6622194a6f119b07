using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A change to one section of a report: 第二项问题改成…, 成效那条应该是28家, change the problems of task 2 to ….</summary>
/// <param name="Tasks">Numbers named; empty when none is.</param>
/// <param name="Text">The new text; blank when only the wish to change was said (改成效).</param>
/// <param name="IsAddition">补充: to be added to what is there.</param>
public sealed record Correction(IReadOnlyList<int> Tasks, ReportSection Section, string Text, bool IsAddition)
{
    /// <summary>The text is the whole section as it is to be, and nothing to be put into it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The text stands in another section, and is to stand in this one instead.</summary>
    public bool IsMoved { get; init; }

    /// <summary>The text as it would stand afterwards.</summary>
    /// <remarks>应该是28家 puts a figure right: where the old text holds exactly one figure of that measure, only the figure changes.</remarks>
    public string ApplyTo(string? before)
    {
        // To nothing nothing is added: 无 is replaced.
        if (string.IsNullOrEmpty(before) || IsWhole || (IsAddition && NothingToSay.Matches(before)))
            return Text;
        if (IsAddition)
            return $"{before}\n{Text}";
        if (CorrectionText.Figure.Match(Text) is { Success: true } figure)
        {
            var old = Regex.Matches(before, $"[0-9][0-9,.]*(?={Regex.Escape(figure.Groups["measure"].Value)})");
            if (old.Count == 1)
                return before[..old[0].Index] + figure.Groups["number"].Value + before[(old[0].Index + old[0].Length)..];
        }
        return Text;
    }
}

/// <summary>Finds corrections in what people say.</summary>
public static class CorrectionText
{
    /// <summary>写错了，应该是…: that it is wrong may be said first.</summary>
    private const string Wrong = @"(?:(?:写|填|报|弄|搞|打)?(?:错了?|不对|有误|不准确?|少了?|漏了?)(?:了)?\s*[,.;]?\s*\s*)?(?:请|帮我|我想|我要|就)?";

    /// <summary>改一下，改成…: said twice, the second time with the text.</summary>
    private const string Again = @"(?:(?:吧|了|掉)?\s*[,.;]?\s*(?:改成|改为|换成|写成|应该?是|应为|写(?=无|成)成?)|(?:吧|了|掉)?\s*[,.;]\s*(?:就|直接|先|再|重新|统一)*(?:写|填)(?:上|个|成|为|一个|(?=待定|暂无|没有|无))(?![了完好])\s*)?";

    private const string Verb =
        // 改婉转点，写成…: how it is to read comes before what it is to read.
        @"(?:(?:改|写|说)得?[^,，:：。]{1,6}(?:点儿?|些|一下)\s*[,，]\s*(?:就|比如|可以|直接)?(?:改成|改为|写成|写作|换成|说成)|(?:shouldn't|should not|can't|cannot|can not|mustn't|must not|may not) (?:be|say|read|stay) [""a-z ]{1,30}[.,;]\s*(?:and |so |please |rather |just |(?:he|she|the boss|they) (?:wants?|says?|asks?)(?: us| me)?(?: to| for)? )*(?:put|write|say|make it)(?: in)?|(?:不能|不可以?|不许|不准|不要|不让)(?:写|填|报|是)(?:成|个)?[^,，。]{1,10}[,，。;；]\s*(?:[^,，。;；:]{0,8}?(?:让|要求|要|叫|说|建议)(?:我们?|咱们?)?)?(?:改写?成?|写成?上?|填成?|报|改为|换成)|不(?:应该?|该)(?:是|写)[^,，.]{1,10}[,，.]\s*(?:改成|写成?|填|而?是|应该?是))|(?<add>补充(?:一[句点下条]|说明|为)?|再?(?:加上?|添上?|补上?|续上?|接上?)(?:一?[句点条段]|上|一?个(?=\s*[:,]))|再?(?:提|带|写|说)(?:上)?一[句笔]|再加)|(?:别|不要)写[^,，]{1,10}[,，]\s*(?:改写成?|就?写(?:成|上)?|改成)|(?:需要|还?要|得|想|应该|应当|应|请|帮我|给我)*(?:重新)?(?:改成|改为|改作|改正为|换成|更正为|更新为|修改为|修正为|修改成|订正为|变成|写成|删掉|删了|删除|去掉|(?:换|调整)一?下(?=\s*[:,])|改一下|改下|改动一下|修改一下|修改下|更正一下|更新一下|改|更正|修改|更新|订正)|应该?(?:是|为)|应为"
        + @"|should (?:be|read|say)(?: that)?|must (?:be|read)|(?:needs? to be )?(?:changed|corrected|updated) to|is (?:really|actually)";

    /// <summary>Corrections in the order said; empty when the text is none.</summary>
    public static IReadOnlyList<Correction> Parse(string raw, SectionWords words)
    {
        raw = WordsForBot.Apart(raw, isAnswer: false).Text;
        var folded = Spelling.Fold(raw);
        if (Quoted(raw, folded, words) is { } quoted)
            return [quoted];
        if (ToldToWrite.Parse(raw, words) is { } told)
            return [told];
        var heads = words.Corrections.Matches(folded).ToList();
        if (heads.Count == 0 || Prologue(folded[..heads[0].Index]).Length > 20)
            return [];
        var before = TaskWords.Find(folded[..heads[0].Index]).Select(task => task.Ordinal).ToList();
        var corrections = new List<Correction>();
        for (var i = 0; i < heads.Count; i++)
        {
            var (start, end) = (heads[i].Index + heads[i].Length, i + 1 < heads.Count ? heads[i + 1].Index : raw.Length);
            var own = TaskWords.Find(heads[i].Value).Select(task => task.Ordinal).ToList();
            if (own.Count > 0)
                before = own;
            if (words.Of(heads[i].Groups["section"].Value) is { } section)
                corrections.Add(new([.. before], section, heads[i].Groups["add"].Success ? LabelScan.Tidy(raw[start..end]) : Unquoted(LabelScan.Tidy(raw[start..end])), heads[i].Groups["add"].Success));
        }
        return corrections is [{ Tasks.Count: 0, IsAddition: false } only] && LastTask.Match(only.Text) is { Success: true } last && TaskWords.Find(Spelling.Fold(last.Groups["task"].Value)) is [var task]
            ? [only with { Tasks = [task.Ordinal], Text = only.Text[..last.Index] }]
            : corrections;
    }

    /// <summary>写“缺编制”: the marks only show where the words begin and end.</summary>
    private static string Unquoted(string text) => WhollyQuoted.Match(text) is { Success: true } quoted ? quoted.Groups["text"].Value.Trim() : text;

    private static Regex WhollyQuoted => field ??= new(@"^[“""「](?<text>[^“”""「」]{1,200})[”""」][。.!！]?$");

    private static Regex Moves => field ??= new(@"[”""](?:这?[句段]话?)?(?:就?是|算|属于|应该?是|应该?算|放到|归到|移到|挪到|写到)");

    /// <summary>add "staff shortage" to problems, 把“人手不足”加到问题里: the section comes after what is added to it.</summary>
    private static Correction? Quoted(string raw, string folded, SectionWords words)
    {
        var match = Regex.Match(
            folded,
            $@"^(?:(?:please|and|also|then)\s+)*(?:add|put)\s+[“""'](?<text>[^“”""]+?)[”""']\s+(?:to|in|into|under)\s+(?:the\s+)?(?<section>{words.Any})(?:\s+(?:of|for)\s+(?<task>{TaskWords.Pattern}|(?:all|both)(?:\s+(?:of\s+them|the\s+tasks|tasks|two|three|four|five))?))?[.!]?$"
            // add a second course in May to the next steps
            + $@"|^(?:(?:please|and|also|then|can\s+you|could\s+you)\s+)*(?:add(?:\s+that)?|put)\s+(?!to\b|in\b|into\b|under\b|the\s+{words.Any}\b|{words.Any}\b)(?<text>[^“”""\n?]{{6,200}}?)\s+(?:to|under|into)\s+(?:the\s+)?(?<section>{words.Any})(?:\s+(?:of|for)\s+(?<task>{TaskWords.Pattern}|(?:all|both)(?:\s+(?:of\s+them|the\s+tasks|tasks|two|three|four|five))?))?(?:\s+please)?[.!]?$"
            + $@"|^.{{0,20}}?[“""](?<text>[^“”""]{{4,}})[”""](?:这?[句段]话?)?(?:就?是|算|属于|应该?是|应该?算|放到|归到|移到|挪到|写到)(?<section>{words.Any})(?:里面?|中|的)?(?:去|吧)?[.!]?$"
            + $@"|^(?:请|帮我|再|另外|还)*(?:把|将)?[“""](?<text>[^“”""]+?)[”""](?:加|补充|添|写|补)(?:到|进|在|入)(?<task>{TaskWords.Pattern})?的?(?<section>{words.Any})(?:里面?|中|后面|上)?(?:去|吧)?[.!]?$",
            RegexOptions.CultureInvariant);
        return match.Success && words.Of(match.Groups["section"].Value) is { } section
            ? new([.. TaskWords.Find(match.Groups["task"].Value).Select(task => task.Ordinal)], section, raw.Substring(match.Groups["text"].Index, match.Groups["text"].Length).Trim(), IsAddition: !Moves.IsMatch(folded)) { IsMoved = Moves.IsMatch(folded) } : null;
    }

    /// <summary>问题改成还缺25人，第一项的: which task it is said of comes last.</summary>
    private static Regex LastTask => field ??= new(@"\s*[,，。.;；（(]\s*(?:是)?(?<task>第[0-9一二三四五六七八九十]{1,3}[项条个](?:任务)?)的?(?:吧|哈|啊)?[)）]?[。.!！]?$");

    private static string Prologue(string text) => text.Trim(' ', ',', '.', '，');

    internal static Regex PatternOf(SectionWords words)
    {
        var task = $"(?:{TaskWords.Pattern})?";
        return new Regex(
            $@"(?:^|(?<=[\s.;,，、!?]|(?:补上|补充|更正|修改|要改|改一下|再改)[了下]?[:：]\s*|把|将|的|项|条|刚才|刚刚|前面|上面|(?:刚才|刚刚|前面|上面|报|交|写|填)的?那个|那份|只是|但是?|其中|仅|还有|另外|对了|然后|顺便|[0-9]))(?:把|将|关于)?{task}[\s,]*(?:任务|工作)?(?:的|里的?|中的?|那?的)?\s*(?:the )?(?<section>{words.Any})(?:那里|这里|里面?|的内容|[那这]?一?段|[那这]一?[块条栏格部]分?|那句|那个|后面|后头|下面|末尾|最后)?(?: (?:of|for|in|on|under) {task})?\s*,?\s*(?:也|就|都|再)?{Wrong}(?:{Verb}){Again}\s*[:,]?\s*"
            + $@"|(?:^|(?<=[\s.;,，、!?])){task}[\s,]*(?:再|也|还)?(?<add>加上?|补上?|添上?)(?:一?[个条句])?(?<section>{words.Any})\s*[:,]\s*"
            + $@"|(?:^|(?<=[\s.;,，、!?]))(?<add>(?:one|another|a)\s+(?:more\s+|further\s+)?)(?<section>{words.Any})(?: (?:of|for|in|on|under) {task})?\s*:\s*"
            + $@"|(?:^|(?<=[\s.;,，、!?]))make\s+(?:the )?(?<section>{words.Any})\s+(?:(?:of|for|in) {task}\s*)?(?:read )?"
            + $@"|(?:^|(?<=[\s.;,，、!?]))(?:请|帮我|我想|我要|再|要)*(?:(?<add>补充(?:一下)?|add (?:to|in|into|under)|put (?:in|into|under))|改一?下?|修改一?下?|更正一?下?|更新一?下?|订正一?下?|change|correct|update|edit|amend|revise|replace|set)\s*{task}\s*(?:的|里的?)?\s*(?:the )?(?<section>{words.Any})(?![\u4e00-\u9fff])(?: (?:of|for|in|on|under) {task})?\s*(?::|,|\bto\b(?: read)?|\bas\b|\bwith\b|$)\s*:?\s*",
            RegexOptions.CultureInvariant);
    }

    internal static Regex Figure => field ??= new(@"^(?<number>[0-9][0-9,.]*)\s*(?<measure>[\u4e00-\u9fff%]{1,3})$");
}
