using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Ways to say yes to the summary of a report that anywhere else would say something different: 看过了，没有要改的; Good. Send. Pure.</summary>
internal static class SummaryYes
{
    public static bool Matches(string plain) => Chinese.IsMatch(plain) || English.IsMatch(plain) || Order.IsMatch(plain) || YesToThis.IsMatch(plain) || IsMadeOfYes(plain);

    /// <summary>嗯 都报上去, 也没毛病，发, fine by me, off it goes: nothing but agreement, orders to file, and words that go with them.</summary>
    private static bool IsMadeOfYes(string plain) => (ChineseWords.IsMatch(plain) && ChineseSense.IsMatch(plain)) || (EnglishWords.IsMatch(plain) && EnglishSense.IsMatch(plain));

    /// <summary>嗯，改吧, where it is a correction that is shown.</summary>
    public static bool ToCorrection(string plain) => YesToCorrection.IsMatch(plain);

    public static bool IsThumb(string raw) => ThumbsUp.IsMatch(raw.Trim());

    /// <summary>这样就可以了。对了，下一回是几号交？: the yes, and what is asked besides.</summary>
    /// <returns>Null when the message is not of two such parts.</returns>
    public static (string Yes, string Question)? BeforeQuestion(string raw) =>
        Both.Match(raw.Trim()) is { Success: true } both && Spelling.Plain(both.Groups["yes"].Value) is var yes && (Matches(yes) || Understand.Utterance(yes, []) is { Intent: Intent.Confirm, Leftover.Length: <= 1 })
            && WithoutNil(raw.Trim()) == raw.Trim() && (Understand.Utterance(both.Groups["question"].Value, []).EndsAsQuestion || AsksAtEnd.IsMatch(both.Groups["question"].Value)) ? (both.Groups["yes"].Value, both.Groups["question"].Value) : null;

    /// <summary>对，提交，另外第一条也是没进展: the yes, and what is told besides.</summary>
    /// <returns>Null when the message is not of two such parts.</returns>
    public static (string Yes, string More)? BeforeMore(string raw) =>
        AndMore.Match(raw.Trim()) is { Success: true } both && Spelling.Plain(both.Groups["yes"].Value) is var yes && (Matches(yes) || Understand.Utterance(yes, []) is { Intent: Intent.Confirm, Leftover.Length: <= 1 })
            ? (both.Groups["yes"].Value, both.Groups["more"].Value) : null;

    private static Regex AndMore => field ??= new(@"^(?<yes>[^?？]{1,40}?)(?:[。.!！;；,，]\s*|\s+)(?:(?:另外|还有|对了|同时|然后|至于|顺便|接着|also|and also|and|plus|as for)[,，:：\s]*(?<more>\S.{2,120})|(?<more>(?:第[一二三四五六七八九十0-9]{1,3}[项条个]|剩下|余下|其余|另一)\S.{2,120}|(?:task|item) [0-9a-z]+ .{2,120}|the (?:other|rest).{2,120}))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>A yes that says by itself that it is to be filed; 好的，第二项：… may as well add to what is shown.</summary>
    public static bool OrdersToFile(string yes) => ToFile.IsMatch(Spelling.Plain(yes));

    private static Regex ToFile => field ??= new("提交|上报|报送|确认|报|交|发|(?<![a-z])(?:submit|file|send|confirm|go ahead|queue)");

    /// <summary>引导基金还差几个季度的: asked without a mark.</summary>
    private static Regex AsksAtEnd => field ??= new("(?:几|多少|哪|什么|啥)[^,，.。;；]{0,8}$");

    /// <summary>对，另外两项还是没有: a yes that says once more what is shown.</summary>
    /// <returns>The words without it.</returns>
    public static string WithoutNil(string raw) => AsNil.IsMatch(Spelling.Plain(raw)) ? "确认" : StillNothing.Replace(raw.TrimEnd('。', '.', '！', '!'), "") is { Length: > 0 } rest ? rest : raw;

    /// <summary>是的，按无进展报: what is shown, by its name.</summary>
    private static Regex AsNil => field ??= new("^(?:是的?|对的?|嗯+|好的?|行|可以|没错|那|就|都|[,])*(?:(?:按|当|算|报)(?:成|作|照)?(?:没有?|无|零)(?:新的?)?(?:进展|报告|变化)?(?:来|的)?(?:报|填|处理|算|交)?(?:吧|了|呗)*[, ]*(?:这|那)?(?:[两二三四五2-5]|几)[项条个](?:都|全)*(?:是|一样|这样|如此)(?:的|吧|了)?$|(?:这|那)?(?:[两二三四五2-5]|各|几)[项条个](?:都|全|也|确实|均)*(?:没有?|无)(?:的|了|进展|变化)*$|(?:按|当|算|报|填|写)(?:成|作|照)?(?:没有?|无|零)(?:新的?)?(?:进展|报告|变化)?(?:来|的)?(?:报|填|处理|算|交|上报)?(?:上去)?(?:就行|就好|就可以|即可|吧|了|呗)*$)|^(?:yes|yep|ok|okay|right|fine)?[,. ]*(?:please )?(?:file|report|put|send) (?:it |them |all |us )?(?:as )?(?:a )?(?:nil|no progress|nothing new)(?: report)?[.!]*$");

    private static Regex StillNothing => field ??= new("[,，。;；\\s]*(?:其余|其他|其它|另外|剩下|余下)(?:的|[两二三四五几]?[项条个])*(?:还是|都|也|就|仍|本季度?|目前)*(?:没有?|无)(?:什么|啥)?新?(?:的)?(?:进展|变化|动静)?[了的]?$");

    private static Regex Both => field ??= new(@"^(?<yes>[^?？]{1,40}?)[。.!！;；,，]\s*(?:(?:对了|另外|还有|顺便(?:问)?(?:一?下)?|我?(?:再)?问(?:一?下)|by the way|btw|also|and|one more thing)[,，:：\s]*)*(?<question>[^。!！;；]{3,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private const string Agreed = "(?:好(?:的|嘞|了)?|嗯+|行|可以|对的?|是的?|没错|没毛病|没(?:什么)?问题|没(?:什么)?意见|妥(?:了|当)?|成|中|ok|okay|同意|无误|正确|就这样|就这些|就它|齐了|赞成|通过|yes|yep|yeah|yup|yea|sure|fine|right|good|perfect|great)";

    private const string Filed = "(?:提交|上报|报送|发送|递交|上传|报|交|发|送)(?:上去|上来|出去|过去|走|掉)?";

    private const string Beside = "(?:也|都|全|就|那|我们?|这边|再|重新|重|赶紧|赶快|尽快|马上|立即|立刻|现在|直接|请|麻烦|帮我|给我|替我|您|你|按|照|这个|这些|这份|这样|这么|[两三四五六]项|全部|一起|一并|统统|一下|谢谢|辛苦(?:了|您)?|吧|了|啦|哈|哦|啊|呗|的|呀|[,.!~ ])";

    private static Regex ChineseWords => field ??= new($"^(?:{Agreed}|{Filed}|{Beside})+$");

    /// <summary>报了 alone tells that it is done; an order has something that makes it one.</summary>
    private static Regex ChineseSense => field ??= new($"{Agreed}|(?:赶紧|赶快|尽快|马上|立即|立刻|直接|请|麻烦|帮我|给我|替我|按|照).*{Filed}|(?:全部|一起|一并|统统){Filed}$|{Filed}(?:吧|呗)|^{Filed}$|(?:上去|出去|过去)(?:吧|了)?$");

    private const string Words = "(?:good|great|fine|perfect|yes|yep|yeah|yup|yea|ya|ok|okay|right|correct|alright|all right|sure|lgtm|go|ahead|please|thanks|thank you|then|now|so|and|just|also|by me|with me|from (?:my|our) side|that's|it|this|that|them|both|all|three|of|the|my|our|report|is|looks?|you|can|may|let's|we|off|on|in|over|up|through|away|goes|queue|put|push|send|submit|file|deliver|forward|hand|turn|ship|pass|post|as (?:it )?is|agreed|happy with|no changes?|done)";

    private static Regex EnglishWords => field ??= new($"^(?!is |are |can (?:it|this|i) |may i )(?:{Words})(?:[ ,.!;]+{Words})*[ .!]*$");

    private static Regex EnglishSense => field ??= new("(?<![a-z])(?:good|great|fine|perfect|yes|yep|yeah|yup|yea|ya|ok|okay|correct|alright|all right|sure|lgtm|agreed|go ahead|off it goes|(?:send|submit|file|deliver|forward|ship|post|queue|push|put) (?:it|this|that|them|both|all|the report)|(?:hand|turn) (?:it|this|that|them) in|pass (?:it|this|that|them) on)(?![a-z])");

    private const string File = "(?:[,.!;~ ]*(?:就|可以|那就|直接|帮我|请|按这个|这样|这么)*(?:提交|上报|报送|报|交|发)(?:上去|出去)?(?:吧|了|啦)?)?";

    private static Regex Chinese => field ??= new("^(?:(?:好的?|嗯+|行|可以|对的?|没错|ok|我?(?:都|又|仔细)?(?:看|核对|检查|过目|核)(?:过|完|好)?(?:一?遍)?了)[,.!;~ ]*)*(?:(?:都|全)?(?:齐|全)了|(?:都|我|再|也)*没(?:有|什么|啥)*(?:要|需要|可|用)(?:再)?(?:改|修改|动|补充|调整)(?:的)?(?:地方)?了?|(?:都|就)?(?:不用|不需要|无需)(?:再)?(?:改|修改|动)了?|(?:这下|这回|这次|现在|这样)(?:子)?(?:就|都)?(?:对|好|可以|行|没问题|没毛病|成)了?)(?:吧|啦|的)?" + File + "$");

    private static Regex English => field ??= new("^(?:(?:good|great|fine|perfect|yes|yep|yeah|yup|ok|okay|right|correct|lovely|excellent|all (?:good|right|fine)|(?:that )?looks (?:good|right|fine|ok)|lgtm|nothing to (?:change|add|correct)|no changes?(?: needed)?|that's (?:it|right|better|fine|good))(?: now)?[,.!; ]*)+(?:(?:please |just |now )*(?:send|submit|file|ship)(?: (?:it|them|both|that|all|off|now|in|please|away))*)?$");

    private static Regex Order => field ??= new("^(?:请|那就?|就|麻烦)*(?:提交|上报|报送|发送|确认提交)(?:本次|这份|这个|一下)?(?:报告|材料|内容|进展)?(?:吧|了)?$|^(?:please )?(?:send|submit|file)(?: (?:the |my |our )?(?:report|it|them|both|all|both of them|all of them|off|now|in|please))*$");

    /// <summary>嗯，改吧, of a correction that is shown.</summary>
    private static Regex YesToCorrection => field ??= new("^(?:对|好的?|行|嗯+|是的?|可以|没错|ok)[,.]?(?:就|那就)?(?:改|更正|更新)(?:吧|了|一下吧)?$|^(?:yes|yep|ok|okay|fine)[, ]+(?:please )?(?:change|correct|update) (?:it|that|them)(?: please)?$");

    /// <summary>对，改成这个: a yes to what is shown, though it names a change.</summary>
    private static Regex YesToThis => field ??= new("^(?:对|好的?|行|嗯+|是的?|[,])*(?:就|只)(?:改|动)(?:这|那)[一两三几]?[处个条里项]?(?:就行|就好|就可以|了|吧)*(?:[,](?:确认|提交|报送?|报上去)(?:吧|了)?)?$|^(?:(?:对|好的?|行|嗯+|是的?|可以|没错|就)[,]?)*(?:改成|改为|按|照|就要|就是)(?:这个|这样|这)(?:改|来|报|吧|了|的|就行|就好|没错)*$|^(?:(?:对|好的?|行|嗯+|是的?|可以|没错)[,]?)*(?:就)?(?:这么|这样)改(?:吧|了|的|就行|就好)*$|^(?:yes|yep|ok|okay|right|correct|exactly)[, ]+(?:please )?(?:change it|(?:do|make) (?:it|that)|(?:use|take) that)(?: like that| please| so)?$");

    private static Regex ThumbsUp => field ??= new("^(?:👌|👍|✅|🆗)+$");
}
