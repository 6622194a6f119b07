using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>一、三、五项没有新进展，二和四我回头单报: of which tasks there is nothing new. Pure.</summary>
/// <param name="Tasks">Numbers in the notice's order.</param>
/// <param name="Words">What is said of them; blank where that is no more than that there is nothing.</param>
internal sealed record NilTasks(IReadOnlyList<int> Tasks, string Words)
{
    /// <param name="form">What can be meant.</param>
    /// <returns>Null where the words tell no tasks apart, and all are meant.</returns>
    public static NilTasks? Of(string said, ReportForm form)
    {
        var choices = form.Choices.Select(task => task.Ordinal).ToList();
        var mentioned = TaskMentions.Everywhere(said, form.Subjects);
        var plain = Loose.Replace(Spelling.Fold(mentioned), list => $"第{string.Join('、', list.Groups["list"].Value.Where(number => "一二三四五六七八九".Contains(number)))}项");
        var tasks = TaskWords.Find(plain);
        var (nil, others, left, told) = (new SortedSet<int>(), false, new SortedSet<int>(), new List<string>());
        var before = new List<int>();
        foreach (var clause in Clauses(plain, tasks))
        {
            var text = plain[clause];
            var named = tasks.Where(task => task.Where.Start.Value >= clause.Start.Value && task.Where.Start.Value < clause.End.Value).ToList();
            var except = Except.Match(text);
            if (except.Success)
                left.UnionWith(Meant(named.Where(task => except.Groups["after"].Success ? task.Where.Start.Value - clause.Start.Value > except.Index : true), form));
            var isNil = Nothing.IsMatch(text);
            if (isNil)
                told.Add(OfOthers.Replace(text, ""));
            if (isNil && (except.Success || (Others.IsMatch(text) && named.Count == 0)))
                others = true;
            // 论坛那条大会都推迟了，没东西可写: nothing, of the task that the clause before tells of.
            else if (isNil && named.Count == 0 && before.Count > 0 && NothingNew.IsMatch(text))
            {
                nil.UnionWith(before);
                left.ExceptWith(before);
            }
            else if (!except.Success && (isNil || Only.IsMatch(text)))
                nil.UnionWith(Meant(named, form));
            else
                left.UnionWith(Meant(named, form));
            before = isNil || except.Success || Later.IsMatch(text) ? [] : named.Count > 0 ? [.. Meant(named, form)] : before;
        }
        if (others && left.Count == 0 && nil.Count == 0)
            left.UnionWith(form.Choices.Where(task => task.IsDisputed).Select(task => task.Ordinal));
        if (others || (left.Count > 0 && nil.Count == 0 && told.Count > 0))
            nil = [.. choices.Except(left)];
        nil.IntersectWith(choices);
        return nil.Count == 0 || nil.Count == choices.Count ? null : new([.. nil], told is [var words] && mentioned == said && words.Any(c => c >= '\u4e00') ? words : "");
    }

    /// <summary>没有困难 says nothing of progress.</summary>
    private static Regex NothingNew => field ??= new("(?:没有?|无)(?:什么|啥|任何|新的?|实质性?)*(?:进展|变化|动静|东西|内容|可|好|料|材料|情况|事)|没(?:动|弄|做|搞|变)|零报|nil|nothing|(?<![a-z])no (?:new |further )?(?:progress|news|changes?|updates?)");

    /// <summary>第二项我回头单报: told of later, or something is told of it.</summary>
    private static Regex Later => field ??= new("回头|之后|晚点|稍后|下午|晚上|明天|明早|单独|单报|另报|另外|再(?:报|补|写|填)|有(?!关)|进展|完成|已经|later|tomorrow|will|separately|(?<![a-z])(?:has|have|had|is in|done)(?![a-z])");

    private static IEnumerable<int> Meant(IEnumerable<(int Ordinal, Range Where)> named, ReportForm form) => named.Select(task => form.Find(task.Ordinal)?.Ordinal).OfType<int>();

    /// <summary>Between marks that part no list of tasks.</summary>
    private static IEnumerable<Range> Clauses(string plain, IReadOnlyList<(int Ordinal, Range Where)> tasks)
    {
        var start = 0;
        foreach (var mark in Marks.Matches(plain).Where(mark => !tasks.Any(task => mark.Index >= task.Where.Start.Value && mark.Index < task.Where.End.Value)))
        {
            yield return start..mark.Index;
            start = mark.Index + mark.Length;
        }
        yield return start..plain.Length;
    }

    private static Regex Marks => field ??= new(@"[,;.!\n]|\s(?:and|but)\s(?=(?:task|item|the (?:rest|other))s?(?![a-z]))");

    /// <summary>二和四, 一三五: numbers without 项.</summary>
    private static Regex Loose => field ??= new(@"(?<![0-9第、和与跟及月年一二三四五六七八九十任务])(?<list>[一二三四五六七八九](?:[、和与跟及]?[一二三四五六七八九])+)(?=我|咱|都|有|没|无|回头|另|之后|晚点|下午|明天|单|随后|照|暂|$)");

    private static Regex Nothing => field ??= new("没|无|零报|nil|nothing|(?<![a-z])no (?:new |further )?(?:progress|news|changes?|developments?|updates?)|not changed|unchanged");

    private static Regex Others => field ??= new("其余|其他|其它|另外|剩下|余下|别的|(?<![a-z])(?:the )?(?:rest|others?|remaining)(?![a-z])");

    private static Regex OfOthers => field ??= new(@"^[\s]*(?:那么?|但是?|不过)?(?:其余|其他|其它|另外|剩下|余下|别的)(?:的|[几两二三四五六七八九十0-9]*[项条个])*(?:任务|工作)?(?:也|都|均|全)*|^[\s]*除.*外(?:都|均)?");

    private static Regex Only => field ??= new("只(?:报|有|是)|仅(?:报|有|是)?|(?<![a-z])only(?![a-z])");

    private static Regex Except => field ??= new("除(?:了|开|去)?|(?<after>(?<![a-z])(?:except|apart from|other than|but not|besides)(?![a-z]))");
}
