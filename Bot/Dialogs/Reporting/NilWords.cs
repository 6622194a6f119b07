using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Ways to say that there is nothing to report.</summary>
internal static class NilWords
{
    /// <summary>论坛那条没东西可写，另外一个有: what is left has something.</summary>
    public static bool OthersHaveSomething(string said) => OthersHave.IsMatch(Spelling.Plain(said));

    private static Regex OthersHave => field ??= new("(?:另外|其他|其它|其余|剩下|余下|别的)(?:的|那)?(?:[一两二三四五]?[个项条])?(?:的)?(?:倒|都|是|还)*有(?:的|内容|东西|进展|得写|写的|可写的?|材料)?(?:[,.!]|$)|(?<![a-z])other(?: one| two| task)?s? (?:does|do|has|have)(?: something| some| progress)?(?:[,.!]|$)");

    /// <summary>我们一季度都没啥动静，没什么可报的: said to somebody, and tells nothing that could be filed; a reason (受疫情影响) does.</summary>
    public static bool IsChat(string said) => said.Length <= 60 && Spelling.Plain(said) is var plain && (Chat.IsMatch(plain) || EnglishChat.IsMatch(plain)) && !Reason.IsMatch(plain) && !plain.Any(char.IsAsciiDigit);

    /// <summary>两项都无进展，谢谢: courtesy is no part of what is filed.</summary>
    public static string WithoutCourtesy(string said) => WordsForBot.Apart(Please.Replace(said.Trim(), ""), isAnswer: false).Text;

    private static Regex Please => field ??= new("(?<=\\w.*)(?:[,，]\\s*|\\s+)(?:please|pls|cheers|ta|kindly|多多包涵|麻烦(?:您|你|了)*|感谢|辛苦(?:您|你|啦|了)*)[.!。！~]*$|^(?:please|pls|kindly)[, ]+(?=\\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>那这条就报没有新进展吧, nil for that one: of one task, though not which.</summary>
    public static bool IsOfOne(string said) => One.IsMatch(Spelling.Plain(said));

    private static Regex One => field ??= new("(?:这|那)一?(?:条|项|个(?!季度?|月|期)|块|件)|(?<![a-z])(?:this|that) (?:one|task|item)(?![a-z])");

    /// <summary>哦等下，有的，办了两期培训: what there is after all, said at a nil report; null when the words tell of nothing.</summary>
    public static string? AfterAll(string said) => Found.Match(said) is { Success: true } found ? found.Groups["text"].Value.Trim() : null;

    /// <summary>actually we paid out 3.2m, 不对，其实兑现了320万: a turn, and then something that was done; null when that is nothing either.</summary>
    public static string? Instead(string said) => Turned.Match(said.Trim()) is { Success: true } turned && turned.Groups["text"].Value is var text
        && !StillNothing.IsMatch(Spelling.Plain(text).Split(',', '.', ';')[0]) && Understand.Utterance(text, [], speaker: Speaker.Unit) is var read
        && (read.LikeReport > LikeReport || text.Any(char.IsAsciiDigit)) && !read.EndsAsQuestion ? text : null;

    /// <summary>scratch 4, 第四项去掉: the task that leaves a nil report; null when none is named so.</summary>
    public static int? TakenOut(string said) => said.Length <= 100 && Taken.Match(Spelling.Fold(said)) is { Success: true } taken ? Numbers.Parse(taken.Groups["n"].Value) : null;

    /// <summary>第二项别报零: it is the nil report that is not wanted.</summary>
    public static bool IsNotNil(string said) => NotNil.IsMatch(Spelling.Plain(said));

    private static Regex NotNil => field ??= new("(?:别|不要|先别|先不|不能|不该)(?:报|填|写|算|按)(?:成|个|为)?(?:零|无|没有?进展|没进展)|(?<![a-z])(?:not|isn't|don't (?:make|file|report|put)) (?:task |item )?[0-9a-z ]{0,12}(?:as )?nil(?![a-z])");

    private static Regex Taken => field ??= new($@"^(?:(?:oh|wait|actually|sorry|no|hang on|hold on|ok|and|but|please)[\s,.!]*)*(?:scratch|drop|take out|leave out|remove|not|except|without|skip) (?:the |task |item |no\.? ?|number |#)*(?<n>{Numbers.EnglishPattern})(?![a-z0-9])|^(?:哦|噢|等等|等一?下|不对|那|把|对了|[,\s])*第?(?<n>{Numbers.Pattern})(?:项|条|个)?(?:还是|先|就|得|要|给我)*(?:去掉|拿掉|除外|划掉|抽出来|别算|不算|别报(?!送)|先不报|拿出来)");

    private const double LikeReport = 0.3;

    private static Regex StillNothing => field ??= new("没|无|零报|不报|先不|不用|算了|取消|改成|改为|(?<![a-z])(?:no|not|nothing|nil|none|never|cancel|don't|didn't|haven't|forget|leave|change|make)(?![a-z])");

    private static Regex Turned => field ??= new(@"^(?:(?:哦|噢|啊|哎呀?|唉|对了|等等|等一?下|等会儿?|不对|不是|稍等|抱歉|不好意思|领导说|刚想起来|想起来了?|刚问了?|oh|wait|sorry|hang on|hold on|no|ah|hmm|well|my mistake|come to think of it|i forgot)[\s,，.!。:：—-]*)*(?<!\w)(?:其实|我们?其实|实际上|倒是|还是有的?|对了|等等|等一?下|不对|想起来了?|刚想起来|漏了|忘了|actually|wait|oh|sorry|in fact|hang on|hold on|come to think of it|i forgot|we did)[\s,，.!。:：—-]*(?:(?:其实|我们?|but|and|actually|that)[\s,，]*)*(?<text>\S.{4,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static Regex Found => field ??= new(@"^(?:(?:哦|噢|啊|哎呀?|唉|对了|等等|等一?下|等会儿?|不对|不是|稍等|抱歉|不好意思|oh|wait|sorry|hang on|hold on|actually|no|ah)[\s,，.!。]*)*(?:(?:其实|还是|倒是?|想起来了?|我们|也|又)[,，\s]*)*(?:有(?:的|进展|动静|内容|东西|一[项件点]|点进展)?(?:了|啊|呢|哦)?|(?:忘|漏)了?(?:一[项件点]|个)?|there (?:is|was) (?:something|some progress)(?: after all)?|we do have something)[:：,，.。\s]+(?<text>\S.{3,})$|^(?:(?:哦|噢|啊|哎呀?|等等|等一?下|不对|不是)[\s,，.!。]*)*(?:想起来了?|记起来了?|差点忘了?|忘了)[,，\s]+(?<text>(?:还|倒)?有\S.{3,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static Regex Chat => field ??= new("^(?:对|是的?|嗯+|好的?|行)[,]|^(?:也|还|仍然?|依旧)+(?:是|都)?(?:没有?|无)(?:什么|啥)?(?:新的?)?(?:进展|变化|动静)?(?:了|的)?$|^(?:我们?|全部|都|全|所有|[两二三四五0-9]+项)*(?:都)?(?:没有?|无)(?:什么)?(?:新的?)?(?:进展|变化)$|按(?:没|无)|啥|没(?:有)?(?:什么|东西|事)|可报|好报|要报|要说|可说|好说|动静|干什么|没干|没做|没弄|没动|没搞|老样子|跟上(?:次|季)|[呢啊哈吧呗嘛]|我们|咱们?|这边");

    private static Regex EnglishChat => field ??= new("^(?:(?:a|an|just|file|report|put|make it|it's|it is|submit|send)[ ]+)*nil(?: (?:return|report|submission|response|for|this|the|time|quarter|period|again|from|us|here|q[1-4]|too|on|our|side))*$|nothing|^(?:ok(?:ay)?|then|so|please|just|well|right|fine)[, ]|(?<![a-z])(?:put|write|say|make it|file|for q[1-4]|in (?:both|all))(?![a-z])|(?<![a-z])(?:we|i|us|our|haven't|didn't|hasn't|sorry)(?![a-z])");

    private static Regex Reason => field ??= new("因为?|受|由于|影响|导致|等待|正在|尚未|仍在|筹备|前期|while|on hold|pending|paused|suspended|closed|postponed|because|due to|owing|since|waiting|still|until|as the");
}
