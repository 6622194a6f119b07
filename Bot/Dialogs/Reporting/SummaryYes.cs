using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Ways to say yes to the summary of a report that anywhere else would say something different: 看过了，没有要改的; Good. Send. Pure.</summary>
internal static partial class SummaryYes
{
    public static bool Matches(string plain) => Chinese().IsMatch(plain) || English().IsMatch(plain) || Order().IsMatch(plain) || YesToThis().IsMatch(plain);

    /// <summary>嗯，改吧, where it is a correction that is shown.</summary>
    public static bool ToCorrection(string plain) => YesToCorrection().IsMatch(plain);

    public static bool IsThumb(string raw) => ThumbsUp().IsMatch(raw.Trim());

    /// <summary>这样就可以了。对了，下一回是几号交？: the yes, and what is asked besides.</summary>
    /// <returns>Null when the message is not of two such parts.</returns>
    public static (string Yes, string Question)? BeforeQuestion(string raw) =>
        Both().Match(raw.Trim()) is { Success: true } both && Spelling.Plain(both.Groups["yes"].Value) is var yes && (Matches(yes) || Understand.Utterance(yes, []) is { Intent: Intent.Confirm, Leftover.Length: <= 1 })
            && Understand.Utterance(both.Groups["question"].Value, []).EndsAsQuestion ? (both.Groups["yes"].Value, both.Groups["question"].Value) : null;

    [GeneratedRegex(@"^(?<yes>[^?？]{1,40}?)[。.!！;；,，]\s*(?:(?:对了|另外|还有|顺便(?:问)?(?:一?下)?|我?(?:再)?问(?:一?下)|by the way|btw|also|and|one more thing)[,，:：\s]*)*(?<question>[^。!！;；]{3,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    private const string File = "(?:[,.!;~ ]*(?:就|可以|那就|直接|帮我|请|按这个|这样|这么)*(?:提交|上报|报送|报|交|发)(?:上去|出去)?(?:吧|了|啦)?)?";

    [GeneratedRegex("^(?:(?:好的?|嗯+|行|可以|对的?|没错|ok|我?(?:都|又|仔细)?(?:看|核对|检查|过目|核)(?:过|完|好)?(?:一?遍)?了)[,.!;~ ]*)*(?:(?:都|全)?(?:齐|全)了|(?:都|我|再|也)*没(?:有|什么|啥)*(?:要|需要|可|用)(?:再)?(?:改|修改|动|补充|调整)(?:的)?(?:地方)?了?|(?:都|就)?(?:不用|不需要|无需)(?:再)?(?:改|修改|动)了?|(?:这下|这回|这次|现在|这样)(?:子)?(?:就|都)?(?:对|好|可以|行|没问题|没毛病|成)了?)(?:吧|啦|的)?" + File + "$")]
    private static partial Regex Chinese();

    [GeneratedRegex("^(?:(?:good|great|fine|perfect|yes|yep|yeah|yup|ok|okay|right|correct|lovely|excellent|all (?:good|right|fine)|(?:that )?looks (?:good|right|fine|ok)|lgtm|nothing to (?:change|add|correct)|no changes?(?: needed)?|that's (?:it|right|better|fine|good))(?: now)?[,.!; ]*)+(?:(?:please |just |now )*(?:send|submit|file|ship)(?: (?:it|them|both|that|all|off|now|in|please|away))*)?$")]
    private static partial Regex English();

    [GeneratedRegex("^(?:请|那就?|就|麻烦)*(?:提交|上报|报送|发送|确认提交)(?:本次|这份|这个|一下)?(?:报告|材料|内容|进展)?(?:吧|了)?$|^(?:please )?(?:send|submit|file)(?: (?:the |my |our )?(?:report|it|them|both|all|both of them|all of them|off|now|in|please))*$")]
    private static partial Regex Order();

    /// <summary>嗯，改吧, of a correction that is shown.</summary>
    [GeneratedRegex("^(?:对|好的?|行|嗯+|是的?|可以|没错|ok)[,.]?(?:就|那就)?(?:改|更正|更新)(?:吧|了|一下吧)?$|^(?:yes|yep|ok|okay|fine)[, ]+(?:please )?(?:change|correct|update) (?:it|that|them)(?: please)?$")]
    private static partial Regex YesToCorrection();

    /// <summary>对，改成这个: a yes to what is shown, though it names a change.</summary>
    [GeneratedRegex("^(?:(?:对|好的?|行|嗯+|是的?|可以|没错|就)[,]?)*(?:改成|改为|按|照|就要|就是)(?:这个|这样|这)(?:改|来|报|吧|了|的|就行|就好|没错)*$|^(?:(?:对|好的?|行|嗯+|是的?|可以|没错)[,]?)*(?:就)?(?:这么|这样)改(?:吧|了|的|就行|就好)*$|^(?:yes|yep|ok|okay|right|correct|exactly)[, ]+(?:please )?(?:change it|(?:do|make) (?:it|that)|(?:use|take) that)(?: like that| please| so)?$")]
    private static partial Regex YesToThis();

    [GeneratedRegex("^(?:👌|👍|✅|🆗)+$")]
    private static partial Regex ThumbsUp();
}
