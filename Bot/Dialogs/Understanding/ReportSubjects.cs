using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Tasks by what they are about: 学科建设 names the one whose text speaks of 学科. Two that fit are as good as none: nothing is guessed.</summary>
/// <param name="tasks">Number and full text of each task that can be meant.</param>
public sealed class ReportSubjects(IReadOnlyList<(int Ordinal, string Text)> tasks)
{
    private readonly IReadOnlyList<(int Ordinal, string Text)> texts = [.. tasks.Select(task => (task.Ordinal, Joined(task.Text)))];

    /// <summary>English words and what they may be in a task.</summary>
    private static readonly Lazy<Dictionary<string, string[]>> English = new(() => RuleFile.Pairs("english-subjects.txt").ToDictionary(pair => pair.Left, pair => pair.Right.Split('|')));

    /// <returns>Null when no task fits, or more than one.</returns>
    public int? Find(string words)
    {
        if (Latin.IsMatch(words.Trim()))
            return FindEnglish(words);
        var subject = Ends.Replace(Joined(words), "");
        if (subject.Length < 2)
            return null;
        if (English.Value.GetValueOrDefault(subject) is { } meanings && texts.Where(task => meanings.Any(meaning => task.Text.Contains(meaning, StringComparison.Ordinal))).ToList() is [var known])
            return known.Ordinal;
        if (texts.Where(task => task.Text.Contains(subject, StringComparison.Ordinal)).ToList() is { Count: > 0 } whole)
            return whole.Count == 1 && !General.IsMatch(subject) ? whole[0].Ordinal : null;
        var bare = General.Replace(subject, "");
        var made = bare.Length < 2 ? [] : texts.Where(task => IsMadeOf(bare, task.Text)).ToList();
        return made is [var one] ? one.Ordinal : made.Count > 0 ? null
            : bare.Length >= ShortestShortened && texts.Where(task => IsShortFor(bare, task.Text)).ToList() is [var full] ? full.Ordinal
            : bare.Length >= ShortestLoose ? FindLoosely(bare) : null;
    }

    /// <summary>Two characters stand in order in almost any text.</summary>
    private const int ShortestShortened = 3;

    /// <summary>Characters that a short form leaves out between two that it keeps.</summary>
    private const int MostLeftOut = 3;

    /// <summary>超算样机 for 超级计算机样机: its characters in order, with little left out between them.</summary>
    private static bool IsShortFor(string words, string text)
    {
        for (var start = text.IndexOf(words[0], StringComparison.Ordinal); start >= 0; start = text.IndexOf(words[0], start + 1))
        {
            var at = start;
            for (var i = 1; i < words.Length && at >= 0; i++)
                at = text.IndexOf(words[i], at + 1, Math.Min(MostLeftOut + 1, text.Length - at - 1));
            if (at >= 0)
                return true;
        }
        return false;
    }

    /// <summary>Fewer characters say too little to be matched in part.</summary>
    private const int ShortestLoose = 6;

    /// <summary>实体零售智能化改造: the task that holds most of its pairs of characters, when no other holds half as many.</summary>
    private int? FindLoosely(string words)
    {
        var pairs = words.Zip(words.Skip(1), (first, second) => $"{first}{second}").Distinct().ToList();
        var scores = texts.Select(task => (task.Ordinal, Score: pairs.Count(pair => task.Text.Contains(pair, StringComparison.Ordinal)))).OrderByDescending(score => score.Score).ToList();
        return scores.Count > 0 && scores[0].Score * 2 >= pairs.Count && (scores.Count == 1 || scores[1].Score * 2 <= scores[0].Score) ? scores[0].Ordinal : null;
    }

    /// <summary>引进人才…签了俩青年学者: the task that shares most with what is told of it, where no other shares half as much.</summary>
    public int? FindBySharing(string told)
    {
        var words = Joined(told);
        var pairs = words.Zip(words.Skip(1), (first, second) => $"{first}{second}").Distinct().ToList();
        var scores = texts.Select(task => (task.Ordinal, Score: pairs.Count(pair => task.Text.Contains(pair, StringComparison.Ordinal)))).OrderByDescending(score => score.Score).ToList();
        return scores.Count > 1 && scores[0].Score >= FewestShared && scores[1].Score * 2 <= scores[0].Score ? scores[0].Ordinal : null;
    }

    private const int FewestShared = 3;

    /// <summary>What the English words of a subject may be in a task; empty where none is known, or the words are Chinese.</summary>
    internal static IReadOnlyList<string[]> Meanings(string words) => Latin.IsMatch(words) ? [.. Word.Matches(words).Select(word => English.Value.GetValueOrDefault(word.Value)).OfType<string[]>()] : [];

    /// <summary>the investment map task: the one that holds most of what the words may be in Chinese.</summary>
    private int? FindEnglish(string words)
    {
        var known = Word.Matches(Spelling.Plain(words)).Select(word => English.Value.GetValueOrDefault(word.Value)).OfType<string[]>().ToList();
        if (known.Count == 0)
            return null;
        var scores = texts.Select(task => (task.Ordinal, Score: known.Count(meanings => meanings.Any(meaning => task.Text.Contains(meaning, StringComparison.Ordinal))))).ToList();
        var best = scores.Max(score => score.Score);
        return best > known.Count / 2 && scores.FindAll(score => score.Score == best) is [var one] ? one.Ordinal : null;
    }

    private static Regex Latin => field ??= new("^[^\u4e00-\u9fff]*[a-zA-Z]{3}[^\u4e00-\u9fff]*$");

    private static Regex Word => field ??= new("[a-z]+");

    /// <summary>The task that a sentence begins with: 论坛那块不归我们, the investment map task isn't ours.</summary>
    /// <returns>Null when it begins with something else, or with what fits no task or several.</returns>
    public int? FindAtStart(string sentence) => Start.Match(Spelling.Plain(sentence)) is { Success: true } start && Find(start.Groups["subject"].Value) is { } task ? task
        : Marked.Match(Spelling.Plain(sentence)) is { Success: true } marked ? Find(marked.Groups["subject"].Value) : null;

    /// <summary>签约项目跟踪这块…: whatever is said of it.</summary>
    private static Regex Marked => field ??= new("^(?:(?:那个|这个|关于|我们的?|哎|嗯|请问)[,:]? ?)*(?<subject>[^,.]{2,24}?)(?:的?任务|的?(?:那|这)一?[项块个条件]|的?这?事儿?)");

    private static Regex Start => field ??= new("^(?:(?:那个|这个|关于|我们的?|你们把|the|our|this|that|about)[,:]? ?)*(?<subject>.{2,40}?)(?:的?任务|的?(?:那|这)一?[项块个条件]|的?事儿?| task| item| one| project)?,?(?:根本|应该|好像|其实|都|也|就|去年|今年|前年|早就?|已经?|刚|[年月季]?[初底末中]|上半年|下半年|上个?月|上季度|[0-9一二三四五六七八九十]{1,2}月份?|机构改革|三定|后来|后|时)*(?:被|给|是)?(?:划|转|调整|移交|并|拨|移|交接|交)(?:到|给|出|走|归|由|去)|^(?:(?:那个|这个|关于|我们的?|你们把|the|our|this|that|about)[,:]? ?)*(?<subject>.{2,40}?)(?:的?任务|的?(?:那|这)一?[项块个条件]|的?事儿?| task| item| one| project)?,?(?:根本|应该|好像|其实|都|也|就)?(?:(?:我们|咱们?|我|大家|处里|局里)?(?:都|也)?(?:觉得|感觉|认为|看|想着?|理解)(?:着|是)?(?:应该?|该|得|要|是|由|归)|该|应由|应归|不归|不是|不该|不属于|归|跟我们没|与我们无| ?isn't| is not| belongs| should| has nothing)");

    /// <summary>引导基金那条这季度没什么动静, forum has no news: the task of which there is nothing to tell.</summary>
    /// <returns>Null as with <see cref="FindAtStart"/>.</returns>
    public int? FindOfNil(string sentence) => Nothing.Match(Spelling.Plain(sentence)) is { Success: true } start ? Find(start.Groups["subject"].Value) : null;

    private static Regex Nothing => field ??= new("^(?:(?:好的?|嗯|行|那|那个|这个|关于|至于|另外|还有|the|our|and|for|about)[,.:]? ?)*(?<subject>.{2,40}?)(?:的?任务|的?(?:那|这)一?[项块个条件]|方面| task| item| one| project)?,? ?(?:这个?季度|本季度?|本期|目前|现在|暂时?|还|也|就|都|倒|一直)*(?:没|无|暂无|未|不变|照旧|零|(?:is|are|has|have|had|was|does|did|no|nothing|not|nil|still)(?![a-z]))");

    private static string Joined(string text) => Between.Replace(Spelling.Plain(text), "");

    /// <summary>Whether the words can be cut into pieces of two characters and more that all stand in the text.</summary>
    private static bool IsMadeOf(string words, string text)
    {
        var reachable = new bool[words.Length + 1];
        reachable[0] = true;
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = from + 2; reachable[from] && to <= words.Length; to++)
                reachable[to] |= text.Contains(words[from..to], StringComparison.Ordinal);
        }
        return reachable[words.Length];
    }

    private static Regex Ends => field ??= new("^(?:关于|有关|针对|任务[:]?|the )+|(?:的?(?:工作|任务|事项|方面|情况|[这那]一?(?:[项块个条边件]|部分)|那头|一事|项目))+$");

    /// <summary>Words that any task may hold: alone they name none.</summary>
    private static Regex General => field ??= new("建设|工作|任务|推进|推动|开展|加强|落实|实施|发展|管理|服务|提升|完善|进展|情况|方面|项目|重点|相关");

    private static Regex Between => field ??= new("[^\\w]|[和与及等的]");
}
