using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What is said while a report is being written and is no text of it. Pure. Learnt from examples, how like texts of reports it is weighs most.</summary>
internal static class NotAText
{
    /// <summary>So little alike is no text that an office would write.</summary>
    private const double Hardly = 0.05;

    /// <summary>哎不弄了，回头让小刘报: the words may go on after the cancelling ones.</summary>
    public static bool GivesUp(Understood said) => said.Intent == Intent.Cancel && !PartOnly.IsMatch(said.Plain) && !PutsOff(said) && !WaitsForOthers(said) && (said.IsSure(0.85) || (said.IsSure(0.5) && said.LikeReport < 2 * Hardly && !said.EndsAsQuestion));

    /// <summary>发错了，这是后勤的，别记: it was meant for somebody else.</summary>
    public static bool IsMistaken(Understood said) => said.Plain.Length is > 0 and <= 60 && Mistaken.IsMatch(said.Plain) && !ValueIn.IsMatch(said.Plain);

    private static Regex Mistaken => field ??= new("^(?:哎呀?|不好意思|抱歉|对不起|啊|哦|等等|糟了|[,.! ])*(?:(?:我)?(?:发|贴|粘|传|报)(?:错|串|岔)(?:了)?(?:人|群|地方|对象|窗口|单位|内容|东西)?(?:了)?(?:[,.! ]+|$|(?=发错|贴错)))+(?:.{0,20}(?:别|不要|不用|甭|不算)(?:再)?(?:记|录|算|存|报|管|收|理)?.{0,4})$|^(?:哎呀?|不好意思|抱歉|[,.! ])*(?:刚才?|上面|刚刚|前面)(?:那|这)?(?:个|段|条|份|些|句)?(?:是)?(?:发|贴|粘)错(?:了)?的?(?:[,.! ].{0,12})?$|^(?:sorry|oops|oh|ah|no|wait|my mistake|apologies|[,.! ])*(?:wrong (?:chat|window|person|thread|group|text|paste)|(?:that|this|it) was (?:meant )?(?:for|to) (?:somebody|someone|another|a different).{0,24}|(?:please )?(?:ignore|disregard|forget) (?:that|it|this|the last (?:one|message)|my last (?:message|text)))(?:[,.! ].{0,30})?$");

    private static Regex ValueIn => field ??= new("[0-9]|应该|改成|改为|should");

    /// <summary>你看着摘, up to you: the program is to write it.</summary>
    public static bool LeavesIt(Understood said) => said.Plain.Length <= 40 && Leaves.IsMatch(said.Plain);

    private static Regex Leaves => field ??= new("(?:^|[,.;])(?:你|您|系统)(?:就|帮我?|自己|直接)*看着(?:摘|写|填|办|弄|来|编|报|挑)|(?:你|您)(?:帮我?|替我|自己|直接)+(?:摘|编|挑|概括|提炼|总结)(?:一下|出来|点|几句|吧)*$|(?<![a-z])(?:you (?:write|pick|choose|decide|make (?:it|something) up|summari[sz]e)(?: it| them| that)?(?: for (?:me|us))?|up to you)[.!]*$");

    /// <summary>存草稿, and 先不交，我再跟处长对一下: what is not done for now is kept.</summary>
    public static bool PutsOff(Understood said) => said.Intent switch
    {
        Intent.KeepDraft => said.IsSure(0.7) || (said.IsSure(0.5) && said.LikeReport < Hardly),
        Intent.NotNow => said is { EndsAsQuestion: false, LikeReport: < 2 * Hardly } && said.Evidence.Any(evidence => evidence.Idea == "Promise"),
        Intent.Cancel when WaitsForOthers(said) || KeepsIt.IsMatch(said.Plain) => true,
        Intent.Cancel => said.IsSure(0.5) && said.LikeReport < Hardly && said.Evidence.Where(evidence => evidence.Idea == nameof(Intent.Cancel)).All(evidence => evidence.Words.StartsWith('先')),
        _ => false,
    };

    /// <summary>cancel the last bit, say by Aug: a part of the text, and not all of it.</summary>
    private static Regex PartOnly => field ??= new("(?<![a-z])(?:cancel|drop|scrap|strike|delete|remove|forget) (?:the|that|my) (?:(?:last|first|second|end|final|other) )?(?:bit|part|sentence|figure|number|line|word|phrase|half|section)(?![a-z])|(?:取消|不要|删|去)(?:掉|了)?(?:最后|前面|后面|后|那|这)(?:那|这)?(?:一)?(?:句|段|半句|个数|部分|小段)|(?:最后|前面|后面|后|那|这)(?:那|这)?(?:一)?(?:句|段|半句|个数|部分|小段)(?:话)?(?:就|先)?(?:取消|不要|删|去|不算)");

    /// <summary>算了先存着，下午再弄: put off, and not given up.</summary>
    private static Regex KeepsIt => field ??= new("(?:先|暂时?)?(?:存|保存|留)(?:着|起来|一下|个?草稿|为草稿)|(?:先|暂时?)放(?:着|这儿?|一放)|(?<![a-z])(?:save (?:it|this|that|what)|keep (?:it|this|that) (?:for now|as (?:a )?draft|there))");

    /// <summary>先给处长瞅一眼，别发出去: it is not filed until somebody has looked at it, and is not given up.</summary>
    private static bool WaitsForOthers(Understood said) => ForOthers.IsMatch(said.Plain);

    private static Regex ForOthers => field ??= new("(?:先|等|还没|得|要|让|给|拿去给|请).{0,8}(?:看|瞅|瞧|过目|过一?遍|审|把关|核|签|点头|同意|一眼)|(?<![a-z])(?:let|until|before|wants?|needs?|has to|must).{0,24}(?:look|see|read|check|approve|sign)");

    /// <summary>等等我还是先报第一项: another task than the one that is being written.</summary>
    public static bool TurnsToTask(Understood said) => said is { Tasks.Count: > 0, Leftover.Length: <= 5, Intent: Intent.StartReport or Intent.Fragment or Intent.KeepDraft } && said.LikeReport < 0.3 && !said.EndsAsQuestion;

    /// <summary>这里的问题是指啥，要写多细: what belongs into a section, and whether it must be written at all.</summary>
    public static bool AsksWhatBelongs(Understood said) => (said is { Intent: Intent.WhatBelongs, LikeReport: < 0.3 } && said.IsSure(0.6)) || AsksForSection(said);

    private static bool AsksForSection(Understood said) => LeavesIt(said) || said.Intent is not (Intent.LengthLimit or Intent.WhoSees) && (said.Intent != Intent.HowToReport || LeftOut.IsMatch(said.Plain) || WhatBelongs.IsMatch(said.Plain)) && said.Plain.Length is > 0 and <= 60 && said.Units.Count == 0 && (WhatBelongs.IsMatch(said.Plain) || (said.IsQuestion && said.LikeReport < 0.2 && AboutWriting.IsMatch(said.Plain)));

    /// <summary>这个能不填吗, can I leave it blank.</summary>
    private static Regex LeftOut => field ??= new("不填|不写|空着|留空|空白|跳过|省略|(?<![a-z])(?:leave|blank|empty|skip)(?![a-z])");

    /// <summary>好的, 收到, 哈哈辛苦了: politeness is no section of a report, unless 没问题 answers the question about problems.</summary>
    public static bool IsPolite(Understood said) => said.IsSure(0.85) && (said.Leftover.Length <= 2 || said.LikeReport < Hardly)
        && said.Intent is Intent.Confirm or Intent.Greeting or Intent.Thanks or Intent.StartReport or Intent.ResumeDraft or Intent.No;

    /// <summary>继续推进, asked for the next steps: what the office will do, not what the program should.</summary>
    public static bool TellsOfGoingOn(Understood said) => said.Intent is Intent.ResumeDraft or Intent.StartReport && GoingOn.IsMatch(said.Plain);

    private static Regex GoingOn => field ??= new("^(?:我们|按计划|按要求)*继续(?!填|写|报|上次|刚才|吧|呗|$).{2,}");

    /// <summary>我得去开会了, 你觉得这样写行不行: said to somebody, and so unlike a text that it is better asked about than written down. Figures are always text.</summary>
    public static bool IsChat(Understood said) => said.LikeReport < (said.IsQuestion ? 2 * Hardly : Hardly) && said.Plain.Length is >= 5 and <= Understand.LongestCommand
        && said.Plain.Count(char.IsLetterOrDigit) >= (said.Language == Texts.Language.English ? 12 : 5) && !said.Plain.Any(char.IsAsciiDigit) && !NothingToSay.Matches(said.Raw);

    /// <summary>A yes, and nothing in the message that could be text: 可以，8月再评估 files nothing.</summary>
    /// <param name="understand">What a part alone means.</param>
    public static bool IsPlainYes(Understood said, Func<string, Understood> understand)
    {
        if (said.Intent != Intent.Confirm || !said.IsSure(0.7))
            return false;
        var clauses = Clauses.Split(said.Raw).Where(clause => clause.Any(char.IsLetterOrDigit)).ToList();
        return clauses.Count < 2 ? IsYes(said) : clauses.TrueForAll(clause => understand(clause) is var part && (IsYes(part) || (part.LikeReport < LikeText && !clause.Any(char.IsDigit)) || part is { Leftover.Length: 0, Tasks.Count: > 0 }));
    }

    /// <summary>More like a report than like a yes.</summary>
    private const double LikeText = 0.4;

    private static bool IsYes(Understood said) => said.Intent == Intent.Confirm && said.IsSure(0.7) && (said.Leftover.Length <= 1 || (said.LikeReport < LikeText && !said.Leftover.Any(char.IsDigit)));

    private static Regex Clauses => field ??= new(@"[,，.。;；!！~\n]");

    /// <summary>先报第一项吧，…: what it names has its turn, and the rest waits.</summary>
    public static bool IsForTheseFirst(string said) => TheseFirst.IsMatch(Spelling.Fold(said));

    private static Regex TheseFirst => field ??= new(@"^\s*(?:那|好|嗯|要不|我们?|咱们?|就|还是|[,.\s])*(?:先)(?:来|把)?(?:报|填|说|写|交|弄)?(?:第|任务|最后)|^\s*(?:ok(?:ay)?|well|so|let's|let me|[,\s])*(?:task|item) ?[0-9a-z]+ first(?![a-z])|^\s*(?:first|let's do|let me do|start with) (?:just )?(?:task|item) ?[0-9]");

    /// <summary>不用就好, before the labels of a report.</summary>
    public static bool IsForProgram(Understood said) => said.Plain.Length is > 0 and <= 40 && !said.Plain.Any(char.IsAsciiDigit) && ((said.Plain.Length <= 16 && said.LikeReport < 0.15) || said.LikeReport < Hardly || IsPolite(said) || AnswersSomebody.IsMatch(said.Plain) || Interjections.IsMatch(said.Plain));

    /// <summary>hmm no, before a label.</summary>
    private static Regex Interjections => field ??= new("^(?:(?:hm+|um+|er+|no|nope|wait|sorry|oh|ah|actually|well|ok(?:ay)?|right|hang on|hold on|不是?|不对|嗯+|哦|噢|唉|哎呀?|等等|等一?下|还是|算了|对了)[ ,.!]*)+$");

    /// <summary>ok legal says fine: somebody has been asked.</summary>
    private static Regex AnswersSomebody => field ??= new("^(?:ok(?:ay)?|yes|right|so|good news|back|well)[,. ]+.{0,30}$|^(?:处长|局长|主任|领导|科长|法规处|他们|同事|处里|局里).{0,8}(?:说|看|回|同意|没意见|没问题|可以|ok)");

    /// <summary>我写到哪了, what have I got so far: asks for what is written.</summary>
    public static bool AsksForDraft(Understood said) => said.Plain.Length <= 40 && ForDraft.IsMatch(said.Plain);

    private static Regex ForDraft => field ??= new("^(?:我|我们|刚才|刚刚|现在|目前|已经|都|那|第[一二三四五六七八九0-9][项条个])*(?:写|填|报)(?:到|了)(?:哪|哪儿|哪里|哪一?步|什么地方|哪些|什么|啥)(?:了|内容|来着)*[?]?$|^(?:给我|让我)?(?:看看?|看一?下)(?:我)?(?:刚才|已经|目前|现在)?(?:写|填)(?:好|过)?(?:的|了)(?:什么|内容|啥|那些)?[?]?$|^(?:接着|继续)(?:刚才|上次|之前)?(?:的|那份|那个)?(?:来|写|填|报)?(?:吧)?$|^(?:what (?:have i|did i|do i have)|what i have|show me what i(?:'ve| have)?)(?: (?:got|written|wrote|put|so far|now|here|already))*[?]?$|^(?:where (?:am|was|were|did|had) (?:i|we)(?: (?:stop|leave off|get to|stopped|left off|at|got to))?|how far (?:did|have) (?:i|we) (?:get|got|come)|go on|continue|let's (?:go on|continue))[?]?$");

    /// <summary>我说的是下一步, that's next steps: the last answer belongs to another section.</summary>
    public static string? OtherSection(Understood said) => said.Plain.Length <= 40 && OfSection.Match(said.Plain) is { Success: true } other ? other.Groups["section"].Value : null;

    private static Regex OfSection => field ??= new("^(?:不对|不是|错了|哎|哦|等等|[,.])*(?:(?:我|刚才|刚刚|上面|上一?[句条段])*(?:说|写|填|指|发)?的?(?:那|这)?[个句段条]?(?:其实|应该|应当|都|就|该|得|要)*(?:是|属于|算|放到?|归到?|写到?|记到?|放在|移到|挪到?|搁到?)(?:进|在)?)(?<section>[\u4e00-\u9fff]{2,6}?)(?:的|里|那栏|那块|那里|才对|吧)*$|^(?:no,? |sorry,? |oops,? |wait,? )*(?:that|this|it|i meant?|the last one)(?:'s| is| was| were| belongs (?:to|under)| goes (?:to|under))? ?(?:for |the |in )*(?<section>[a-z ]{4,20}?)[,.]?(?: actually| instead| sorry)?$");

    private static Regex WhatBelongs => field ??= new("(?:不知道|不清楚|不明白|不懂|没想好)(?:该|要|怎么)?(?:写|填)(?:些|点)?(?:什么|啥|哪些)?|(?:这个|这一?栏|这部分|这块|这里|问题|成效|进展|下一步)?(?:可不可以|能不能|可以|能)(?:先)?(?:不写|不填|空着|跳过|留空)(?:吗|么|不)?$|^(?:先)?(?:跳过|空着|略过|下一[个题项栏])(?:吧|这个|这项|它)*$|^(?:skip|pass|next)(?: (?:it|this|this one|that))?$|(?:don't|do not) know what to (?:write|put|say)|^(?:so |and |well |hm+ |, ?)*(?:do|must|should|shall|am|are|is) (?:i|we|it|this|that)(?: really| even| actually| still)?(?: have to| need to| got to| gotta| required to| supposed to| obliged to)? (?:be )?(?:put|write|say|fill|enter|answer|give|mention|state|list|required|mandatory|needed|necessary|compulsory)(?: (?:in|out|down))?(?: (?:something|some thing|smth|sth|sthg|anything|stuff|it|this|that|one))?(?: (?:there|here|in there|in here|for (?:this|that)|at all|too|as well|in (?:this|that) (?:box|field|section)))*[?]?$|^(?:这|那)?(?:个|一?栏|里|块|部分|项)?(?:是不是|非得|非要|一定|必须|必得)(?:要|得|必须)?(?:写|填)(?:点|些|个)?(?:什么|啥|东西|内容)?(?:吗|么|不可|不)?[?]?$|^(?:can|may|could) (?:i|we) (?:skip|leave) (?:it|this|that)");

    private static Regex AboutWriting => field ??= new("(?:写|填)(?:些|点|成|得)?(?:什么|啥|哪|多|怎|几)|(?:怎么|怎样|如何)(?:写|填)|指(?:的)?(?:是)?(?:什么|啥|哪)|必填|必须(?:要)?(?:写|填)|(?:什么|啥)(?:意思|格式|叫)|多(?:细|长|具体|详细|少字)|要不要(?:写|填)|(?<![a-z])(?:mean|counts? (?:as|for)|put|write|skip|mandatory|required|how (?:long|detailed|much detail)|format|belongs?|blank|empty)(?![a-z])");
}
