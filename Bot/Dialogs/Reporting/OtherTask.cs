using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>不对，搞错了，这是第三条的; sorry, this is for task 2: what is being written belongs to another task.</summary>
/// <param name="From">Number of the task that it stands under, where that is said; null for whatever is being written.</param>
/// <param name="To">Number of the task that it belongs to; -1 for the last.</param>
internal sealed record OtherTask(int? From, int To)
{
    private const int Longest = 80;

    /// <returns>Null when the words say nothing of the kind.</returns>
    public static OtherTask? Read(string said)
    {
        if (said.Length > Longest || Spelling.Plain(said) is not { Length: > 0 } plain || TaskWords.Find(plain) is not { Count: 1 or 2 } tasks || tasks.DistinctBy(task => task.Where.Start.Value).Count() != tasks.Count)
            return null;
        var marked = tasks.Reverse().Aggregate(plain, (text, task) => $"{text[..task.Where.Start.Value]}#{text[task.Where.End.Value..]}");
        if (tasks is [var only])
            return ThisIs.IsMatch(marked) || OnlyOther.IsMatch(marked) || (EnglishThis.IsMatch(marked) && EnglishMeans.IsMatch(marked)) ? new(null, only.Ordinal) : null;
        return FromTo.IsMatch(marked) || NotBut.IsMatch(marked) || EnglishFromTo.IsMatch(marked) ? new(tasks[0].Ordinal, tasks[1].Ordinal)
            : ButNot.IsMatch(marked) || EnglishNot.IsMatch(marked) ? new(tasks[1].Ordinal, tasks[0].Ordinal) : null;
    }

    private const string Wrong = "(?:不对|不是|错了|我?(?:是|给|都)*(?:搞|弄|写|填|说|报|发|选|点|看|放|记|贴|串|输)(?:错|岔|串|反)了?(?:任务|项|条|地方|位置|行|号)*了?|串行了)";

    private const string Sorry = $"(?:{Wrong}|哎呀?|哦|噢|啊|呀|唉|嗯|等等|等一?下|抱歉|不好意思|对不起|其实|哈|了|[,.!~?])*";

    private const string This = "(?:把|将)?(?:我?(?:这|那)(?:个|些|条|项|段|份|部分|次|里|块|几句)*|上面(?:的|那|些|个|写|说)*|(?:我)?(?:刚才|刚刚|以上|前面)(?:的|那|个|些|写|报|说|发|填)*|我(?:报|写|填|说|发)的|它)*的?(?:内容|情况|文字|数据|材料|话)?";

    private const string Belongs = "(?:其实|应该|应当|都|全|本来|该|要|得|想|就|也|还|还是|帮我|给我|请)*(?:是|算|属于|归|归入|(?:放|挪|移|转|换|记|写|填|贴|归|算|搬|调|改)(?:放|写|记|填)?(?:到|去|在|进|成|给|入|为))(?:给|报|写|填|说)*(?:在|到|给)?";

    private const string End = "(?:的|里面?|下面?|那边|那里|那|上|去|任务|内容|中|名下|情况|才对)*(?:吧|啊|呀|哈|了|哦|才对|抱歉|不好意思|搞错了|写错了|弄错了|放错了|[,.!])*$";

    private static Regex ThisIs => field ??= new($"^{Sorry}{This}{Sorry}{Belongs}#{End}");

    /// <summary>不对，第三条的.</summary>
    private static Regex OnlyOther => field ??= new($"^{Sorry}{Wrong}{Sorry}#{End}");

    private static Regex FromTo => field ??= new($"^{Sorry}(?:把|将)?#(?:的|那|这|里|内容|个|些|报|写|填|下面|部分)*{Belongs}#{End}");

    private static Regex NotBut => field ??= new($"^{Sorry}{This}(?:不是|别放|不该放)(?:在|到)?#(?:的|里)?[,.]*(?:而|应该)*是#{End}");

    private static Regex ButNot => field ??= new($"^{Sorry}{This}{Belongs}#(?:的)?[,.]*(?:而|并)*(?:不是|别放)(?:在|到)?#{End}");

    private const string EnglishWords = "(?:(?:sorry|oh|oops|whoops|no|nope|wait|actually|really|hang|hold|hmm|on|my|bad|mistake|mistaken|apologies|i|i'm|got|made|a|mixed|mix-up|up|wrong|task|one|item|number|place|this|that|it|it's|that's|these|those|is|was|were|are|should|must|have|has|needs?|ought|be|been|go|gone|goes|belongs?|to|for|under|in|into|about|meant|mean|supposed|move|put|make|change|all|whole|thing|the|text|above|report|of|what|wrote|sent|typed|said|and|but|so|can|could|you|please|part|instead|rather|just)(?:[ ,.!:;-]+|(?=#)))+";

    private const string EnglishEnd = "(?:[ ,.!?]+(?:was|is|right|correct|after|all|instead|please|sorry|actually|though|rather|i|think|my|mistake|bad|of|course))*[ ,.!?]*$";

    private static Regex EnglishThis => field ??= new($"^{EnglishWords}#{EnglishEnd}");

    /// <summary>Something must say that it is elsewhere now: i mean, move, not, wrong; what is task 2 does not.</summary>
    private static Regex EnglishMeans => field ??= new("^(?!what|(?:is|was|are|were|can|could|should)(?! you))(?=.*(?:this|that|it(?: |'s)|these|those|wrong|mistake|meant|mean|move|belong|no[ ,]|sorry|put|actually|above|wrote|sent|mixed))");

    private static Regex EnglishFromTo => field ??= new($"^{EnglishWords}# {EnglishWords}#{EnglishEnd}");

    private static Regex EnglishNot => field ??= new($"^{EnglishWords}#[ ,]+(?:and )?(?:not|rather than|instead of)(?: (?:for|to|on))? #{EnglishEnd}");
}
