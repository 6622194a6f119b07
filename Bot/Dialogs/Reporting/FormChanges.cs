using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What an utterance makes of a form. Every method returns a new form and loses no text.</summary>
public static class FormChanges
{
    /// <summary>Takes in a report as typed: blocks with a task go there; one without waits for its task, unless only one can be meant.</summary>
    public static ReportForm Take(this ReportForm form, ReportText report)
    {
        foreach (var block in report.Blocks)
        {
            var (texts, whole) = form.TextsOf(block);
            if (block.Task is { } ordinal)
                form = form.LeavingNil(form.Find(ordinal)!.Ordinal, texts).Write([form.Find(ordinal)!.Ordinal], texts, whole);
            else if (form.Parts.Count == 1 && report.Blocks.Count == 1)
                form = form.Write(form.Parts[0].Ordinals, texts, whole);
            else if (block.Heading.Length > 0)
                form = form with { Waiting = [.. form.Waiting, new FormPart([], texts) { Whole = whole, Heading = block.Heading }] };
            else
                form = form with { Unplaced = (form.Unplaced ?? new([], new Dictionary<int, string>())).With(texts) with { Whole = whole } };
        }
        form = form.Unplaced is null ? form.Next() : form;
        return form.Unplaced is { Heading.Length: 0 } && form.Waiting.Count == 0 && form.Choices.Count == 1 ? form.Place([form.Choices[0].Ordinal]) : form;
    }

    /// <summary>第三个有的，…, of a nil report: that task leaves it, and the others stay.</summary>
    public static ReportForm LeavingNil(this ReportForm form, int ordinal, IReadOnlyDictionary<int, string> texts)
    {
        if (form.PartOf(ordinal) is not { IsNil: true } nil || !texts.ContainsKey(form.Progress.Ordinal))
            return form;
        var left = form.Parts.Select(part => part == nil ? part with { Ordinals = [.. part.Ordinals.Where(other => other != ordinal)] } : part).Where(part => part.Ordinals.Count > 0);
        return form with { Parts = [.. left.Append(new FormPart([ordinal], new Dictionary<int, string>())).OrderBy(part => part.Ordinals[0])] };
    }

    /// <summary>Prose whose clauses say what they are about is split as they say, for the contact to see; other prose is progress.</summary>
    internal static (Dictionary<int, string> Texts, string? Whole) TextsOf(this ReportForm form, ReportBlock block)
    {
        var texts = form.Labelled(block.Sections);
        if (block.Free.Length == 0)
            return (texts, null);
        // 第二项：沿用上季度 means all of it.
        if (texts.Count == 0 && CarryOverWords.Matches(block.Free))
            return (form.Sections.ToDictionary(section => section.Ordinal, _ => block.Free), null);
        // 第二项：无新进展 is a nil report of that task.
        if (texts.Count == 0 && block.Task is not null && block.Free.Length <= 50 && NoProgress.IsMatch(Spelling.Plain(block.Free)))
            return (form.Sections.ToDictionary(section => section.Ordinal, section => section == form.Progress ? block.Free.TrimEnd('。', '.', '！', '!') : NothingToSay.Written(block.Free)), null);
        // 第五项：同第三项 means all of it.
        if (texts.Count == 0 && CarryOverWords.MeansAbove(block.Free))
            return (form.Sections.ToDictionary(section => section.Ordinal, _ => block.Free), null);
        block = block with { Free = Heading.Replace(block.Free, "") };
        var split = SplitProse(block.Free, form, block.Task is not null || form.Choices.Count == 1 || form.Parts is [{ Ordinals.Count: 1 }]);
        foreach (var (section, part) in split ?? new Dictionary<int, string> { [form.Progress.Ordinal] = block.Free })
            texts[section] = texts.TryGetValue(section, out var labelled) ? $"{part}\n{labelled}" : part;
        return (texts, split is not null && block.Sections.Count == 0 ? block.Free : null);
    }

    /// <summary>What stands behind a label may say itself that it turns to another section (成效：芯片投产，下一步验收), as long as that one has no label of its own.</summary>
    private static Dictionary<int, string> Labelled(this ReportForm form, IReadOnlyDictionary<int, string> sections)
    {
        // 问题：无。 is nothing, whatever stands behind it.
        var texts = sections.ToDictionary(text => text.Key, text => text.Key != form.Progress.Ordinal && NothingToSay.Matches(text.Value) ? NothingToSay.Written(text.Value) : text.Value);
        foreach (var (ordinal, text) in sections.Where(text => text.Value.Length <= LongestInOneBreath && !text.Value.Contains('\n', StringComparison.Ordinal) && form.Sections.Any(section => section.Ordinal == text.Key)))
        {
            if (CueSplit.SplitAnswer(text, form.Sections, form.Section(ordinal)) is { Count: > 1 } split && split.ContainsKey(ordinal) && split.Keys.All(key => key == ordinal || !sections.ContainsKey(key)))
            {
                foreach (var (section, part) in split)
                    texts[section] = part;
            }
        }
        return texts;
    }

    /// <summary>人行天津分行一季度：, now for this quarter: who reports and for when, before what is reported.</summary>
    private static Regex Heading => field ??= new(@"^\s*(?:[\u4e00-\u9fff]{2,12}(?:那|这)一?[项条块个](?:任务)?我们?(?:先|来|要)?报\s*[:：]\s*|(?:好(?:的|吧)?|行(?:吧)?|嗯|那|这就|先|就|我们?|咱们?|现在|给您?|给你|来)+(?:报|汇报|说)(?:一?下|了|吧)?\s*[:：]\s*|(?:(?:各位(?:领导|老师|同事)?|领导|老师|大家)好|您好|你好)?[，,。!！\s]*(?:我们?|咱们?)?(?:[\u4e00-\u9fff]{2,16}(?:局|委|办|行|处|部|院|所))?\s*(?:20[0-9]{2}年)?(?:第?[一二三四1-4]季度|本季度?|这季度|上半年|下半年)的?(?:工作)?(?:进展|情况|小结|汇报|报告)*(?:如下)?\s*[:：]\s*|(?:(?:alright|ok(?:ay)?|so|well|now|here is|our report|and)[, ]+)*(?:for|in) (?:this quarter|q ?[1-4])\s*[:,：]\s*)(?=\S{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    internal static IReadOnlyDictionary<int, string>? SplitProse(string text, ReportForm form, bool isOneTask = false) => NumberedSections.Split(text, form.Sections, isOneTask) ?? PartsInOrder.Split(text, form.Sections) ?? CueSplit.Split(text, form.Sections);

    /// <summary>A longer text is laid out; its labels are all there are.</summary>
    private const int LongestInOneBreath = 200;

    /// <summary>全部作为进展: prose that was split stands as it was typed again, and its other sections are to be asked for.</summary>
    public static ReportForm Unsplit(this ReportForm form) => form with
    {
        Parts = [.. form.Parts.Select(part => part.Whole is { } whole ? part.Join(whole, form) : part)],
    };

    private static FormPart Join(this FormPart part, string whole, ReportForm form)
    {
        var split = SplitProse(whole, form, isOneTask: true) ?? new Dictionary<int, string>();
        var rest = part.Texts.Where(text => split.GetValueOrDefault(text.Key) != text.Value).ToDictionary();
        rest[form.Progress.Ordinal] = whole;
        return part with { Texts = rest, Whole = null };
    }

    /// <summary>Without these tasks.</summary>
    /// <returns>Null when none of them is in it, or nothing else is.</returns>
    public static ReportForm? Without(this ReportForm form, IReadOnlyList<int> ordinals)
    {
        var left = form.Parts.Select(part => part with { Ordinals = [.. part.Ordinals.Except(ordinals)] }).Where(part => part.Ordinals.Count > 0).ToList();
        return left.Count == 0 || left.Sum(part => part.Ordinals.Count) == form.Parts.Sum(part => part.Ordinals.Count) ? null : form with { Parts = left, Rewriting = null };
    }

    /// <summary>照搬上一季: the same words for every section of these tasks, to be replaced by what they stand for.</summary>
    public static ReportForm CarryOver(this ReportForm form, IReadOnlyList<int> ordinals, SectionKind? only)
    {
        var texts = form.Sections.Where(section => only is null || section.Kind == only).ToDictionary(section => section.Ordinal, _ => "沿用");
        return ordinals.Aggregate(form with { Unplaced = null }, (carried, ordinal) => carried.Write([ordinal], texts));
    }

    /// <summary>问题跟上季度一样，进展是…: of which task it is must be said where several can be meant.</summary>
    public static ReportForm CarryOver(this ReportForm form, IReadOnlyList<int> ordinals, PartCarriedOver part)
    {
        var texts = part.Carried.ToDictionary(section => section.Ordinal, _ => "沿用");
        foreach (var (section, text) in part.New)
            texts[section] = text;
        IReadOnlyList<int> targets = ordinals.Count > 0 ? ordinals : form.Parts.Count == 1 ? form.Parts[0].Ordinals : form.Choices.Count == 1 ? [form.Choices[0].Ordinal] : [];
        return targets.Count == 0 ? form with { Unplaced = new([], texts) } : targets.Aggregate(form with { Unplaced = null }, (carried, ordinal) => carried.Write([ordinal], texts));
    }

    /// <summary>Texts that were put aside: those with a task go there, the others wait for theirs.</summary>
    public static ReportForm Recall(this ReportForm form, LooseText loose)
    {
        foreach (var part in loose.Parts)
        {
            form = part.Ordinals.Count > 0 && part.Ordinals.All(ordinal => form.Find(ordinal) is not null)
                ? form.Write(part.Ordinals, part.Texts, part.Whole)
                : form with { Waiting = [.. form.Waiting, part with { Ordinals = [] }] };
        }
        return (form with { UnplacedCorrection = loose.Correction }).Next();
    }

    /// <summary>The next text whose task is not known comes up.</summary>
    private static ReportForm Next(this ReportForm form) =>
        form.Waiting.Count == 0 ? form : form with { Unplaced = form.Waiting[0], Waiting = [.. form.Waiting.Skip(1)] };

    /// <summary>One text for every task that can be meant.</summary>
    public static ReportForm TakeForAll(this ReportForm form, ReportText report) =>
        (form with { Unplaced = null }).Write([.. form.Choices.Select(task => task.Ordinal)], form.TextsOf(report.Blocks[0]).Texts);

    /// <summary>Says which tasks the waiting texts, or the waiting correction, are for.</summary>
    public static ReportForm Place(this ReportForm form, IReadOnlyList<int> ordinals)
    {
        if (form.UnplacedCorrection is { } correction)
            return (form with { UnplacedCorrection = null }).Correct(correction with { Tasks = ordinals });
        var (texts, whole) = (form.Unplaced?.Texts ?? new Dictionary<int, string>(), form.Unplaced?.Whole);
        // What turned up at a nil report takes its task out of it.
        form = ordinals.Aggregate(form with { Unplaced = null }, (left, ordinal) => left.LeavingNil(ordinal, texts));
        return form.Next().Write(ordinals, texts, whole);
    }

    /// <summary>Writes texts for these tasks; what they share stays shared, and a task alone starts from what is known of it.</summary>
    public static ReportForm Write(this ReportForm form, IReadOnlyList<int> ordinals, IReadOnlyDictionary<int, string> texts, string? whole = null)
    {
        if (form.Parts.FirstOrDefault(part => part.Ordinals.SequenceEqual(ordinals)) is { } same)
            return form with { Rewriting = null, Parts = [.. form.Parts.Select(part => part == same ? part.With(texts) with { Whole = whole ?? part.Whole } : part)] };
        var earlier = form.PartOf(ordinals[0]);
        var start = earlier?.Texts ?? (ordinals.Count == 1 ? form.Find(ordinals[0])!.Known : new Dictionary<int, string>());
        var rest = form.Parts.Select(part => part with { Ordinals = [.. part.Ordinals.Except(ordinals)] }).Where(part => part.Ordinals.Count > 0);
        return form with
        {
            Rewriting = null,
            Parts = [.. rest.Append(new FormPart(ordinals, start).With(texts) with { Whole = whole }).OrderBy(part => part.Ordinals[0])],
        };
    }

    /// <summary>Numbers of the tasks that were filed last, together; empty when none was.</summary>
    public static IReadOnlyList<int> FiledLast(this ReportForm form) => form.Tasks.Max(task => task.FiledAt) is { } last ? [.. form.Tasks.Where(task => task.FiledAt == last).Select(task => task.Ordinal)] : [];

    /// <summary>Changes one section only. Without a task number it is clear what is meant when there is one part, or one task.</summary>
    public static ReportForm Correct(this ReportForm form, Correction correction)
    {
        var targets = correction.Tasks.Count > 0 ? [.. correction.Tasks.Select(ordinal => form.Find(ordinal)!.Ordinal)]
            : form.Parts.Count == 1 ? form.Parts[0].Ordinals
            : form.Parts.Count == 0 && form.Tasks.Count == 1 ? [form.Tasks[0].Ordinal]
            // What was returned is what is to be corrected.
            : form.Parts.Count == 0 && form.Tasks.All(task => task.IsOpen) && form.Tasks.Count(task => task.Version > 0) == 1 ? [form.Tasks.First(task => task.Version > 0).Ordinal]
            : form.Parts.Count == 0 && form.Tasks.Count(task => !task.IsOpen) == 1 ? [form.Tasks.First(task => !task.IsOpen).Ordinal]
            : (IReadOnlyList<int>)[];
        if (targets.Count == 0)
            return form with { UnplacedCorrection = correction };
        // A shared text that is changed for all its tasks stays shared; any other change is a task's own.
        var groups = form.Parts.Any(part => part.Ordinals.SequenceEqual(targets)) ? [targets] : targets.Select(ordinal => (IReadOnlyList<int>)[ordinal]);
        foreach (var group in groups)
        {
            var before = (form.PartOf(group[0])?.Texts ?? form.Find(group[0])!.Known).GetValueOrDefault(correction.Section.Ordinal);
            if (correction.IsMoved)
                form = form.Without(group, correction);
            form = correction.Text.Length == 0
                ? form.Write(group, new Dictionary<int, string>()) with { Rewriting = correction.Section.Ordinal }
                : form.Write(group, new Dictionary<int, string> { [correction.Section.Ordinal] = correction.ApplyTo(before) });
        }
        return form;
    }

    /// <summary>Tasks 1 to 3: no news says which they are and then what is told of them.</summary>
    private static string WithoutTask(string said)
    {
        var tasks = TaskWords.Find(Spelling.Fold(said));
        return tasks.Count > 0 && tasks[0].Where.Start.Value == 0 && said[tasks[0].Where.End.Value..].TrimStart(' ', '：', ':', '，', ',', '、', '的') is { Length: > 3 } rest ? rest : said;
    }

    /// <summary>Without the words that are to stand in another section; a section is not left empty.</summary>
    private static ReportForm Without(this ReportForm form, IReadOnlyList<int> ordinals, Correction moved)
    {
        var texts = (form.PartOf(ordinals[0])?.Texts ?? form.Find(ordinals[0])!.Known)
            .Where(text => text.Key != moved.Section.Ordinal && text.Value.Contains(moved.Text, StringComparison.Ordinal))
            .Select(text => KeyValuePair.Create(text.Key, LabelScan.Tidy(text.Value.Replace(moved.Text, "", StringComparison.Ordinal)).TrimEnd('，', ',', '：', ':')))
            .Where(text => text.Value.Any(char.IsLetterOrDigit)).ToDictionary();
        return texts.Count == 0 ? form : form.Write(ordinals, texts);
    }

    /// <summary>本季无新进展: the words themselves are the progress of everything open, and there is nothing else to say.</summary>
    /// <param name="only">Numbers of the tasks; null for all that can be meant.</param>
    public static ReportForm Nil(this ReportForm form, string said, IReadOnlyList<int>? only = null)
    {
        var none = NothingToSay.Written(said);
        said = WithoutTask(NilWords.WithoutCourtesy(said));
        var progress = LabelScan.Tidy(NilOrder.Replace(said.Trim(), "")) is { Length: > 1 } told ? told : said;
        if (NilWords.IsChat(progress))
            progress = ReportTexts.NothingNew(none == "无" ? Language.Chinese : Language.English);
        var texts = form.Sections.ToDictionary(section => section.Ordinal, section => section == form.Progress ? LabelScan.Tidy(progress).TrimEnd('。', '.', '！', '!') : none);
        return form with { Rewriting = null, Parts = [new(only ?? [.. form.Choices.Select(task => task.Ordinal)], texts) { IsNil = true }] };
    }

    /// <summary>and the other two, zero activity; 另外两项没动静: a nil report of those that are not being written, beside what is.</summary>
    /// <returns>Null when the words say nothing of the kind, or count others than there are.</returns>
    internal static ReportForm? NilOfOthers(this ReportForm form, string said, Language language)
    {
        var others = form.Choices.Select(task => task.Ordinal).Where(ordinal => form.PartOf(ordinal) is null).ToList();
        if (others.Count == 0 || form.Parts.Count == 0 || said.Length > LongestInOneBreath || (OthersNil.Match(Spelling.Plain(said)) is { Success: true } plain ? plain : OthersNil.Match(Spelling.Fold(said).Trim())) is not { Success: true } nil || (nil.Groups["n"].Success && Numbers.Parse(nil.Groups["n"].Value) != others.Count))
            return null;
        var told = nil.Groups["why"].Value.Trim(' ', ',', '.') is { Length: > 3 } why && why.Any(c => c >= '\u4e00') == (language == Language.Chinese) ? why : ReportTexts.NothingNew(language);
        var texts = form.Sections.ToDictionary(section => section.Ordinal, section => section == form.Progress ? told : language.In("无", "None"));
        return form with { Parts = [.. form.Parts, new FormPart(others, texts) { IsNil = true }] };
    }

    /// <summary>Whether the words say that there is nothing of the other tasks.</summary>
    internal static bool TellsOfOthers(string said) => said.Length <= LongestInOneBreath && OthersNil.IsMatch(Spelling.Plain(said));

    private static Regex OthersNil => field ??= new("^(?:and |also |as for |for |plus |然后|另外,|还有|至于|哦|对了|[, ])*(?:the )?(?:other|rest of the|remaining|其余|其他|其它|另外|剩下|余下|别的)(?: ?(?<n>one|two|three|four|five|[2-9])(?= |,|:)(?: tasks?| ones?)?| tasks?| ones?|的?(?:(?<n>[一两二三四五六七八九2-9])|几)?[项条个](?:任务|工作)?)[,:; ]*(?<why>[^,.;]{0,8}?(?:(?:zero|no|nothing|nil|none|not)(?![a-z])|没|无|未).{0,90})$");

    /// <summary>一、三、五项没有新进展，二和四回头报: of these tasks only.</summary>
    internal static ReportForm Nil(this ReportForm form, NilTasks some, Language language) =>
        form.Nil(some.Words.Length > 0 ? some.Words : ReportTexts.NothingNew(language), some.Tasks);

    private static Regex NoProgress => field ??= new("^(?:本季度?|本期|目前|暂时?|这季度?|这个季度)*(?:没有?|无|没什么|没啥)(?:什么|任何)?(?:新的?|实质性)?(?:进展|变化|动静|动作)(?:可报)?$|^(?:(?:there (?:is|was)|we have|still) )?(?:no (?:new |further )?(?:progress|developments?|changes?|updates?|news)|nothing (?:new|to report)|nil(?: report)?|unchanged)(?: (?:to report|so far|yet|in q[1-4]|this (?:quarter|time|period)|since last (?:quarter|time)))*$");

    /// <summary>…，就零报吧: what is to be done with it is no part of it.</summary>
    private static Regex NilOrder => field ??= new(@"(?:[,，。.;；]\s*|\s+)(?:那|就|都|先|我们|帮我|请|给我|按|全部|所以)*(?:零报告?|报(?:个|成)?(?:零|0)(?:报告)?|无进展报(?:送)?|按无进展(?:报|填)|零填报|先?(?:这样|这么)?报(?:上|上去|了)|(?:别|不要|不用)再?(?:发|催|提醒|问)(?:我们?)?)(?:了|啦|吧|处理|即可|就行|就好)*[。.!！]?$|[,.;]\s*(?:so |just |please )*(?:file|make it|report|put|send)(?: us)?(?: as)?(?: a)? nil(?: report)?[.!]?$|[,.;]\s*(?:so |just |please )*(?:file|report|put|send) (?:it|that|them)(?: (?:like (?:this|that)|so|as (?:it|that) is))?(?: please)?[.!]?$");

    internal static Dictionary<int, string> Of(FormQuestion question, string text) => new() { [question.Section!.Ordinal] = text };
}
