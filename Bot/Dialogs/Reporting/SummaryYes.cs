using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Ways to say yes to the summary of a report that anywhere else would say something different: 看过了，没有要改的; Good. Send. Pure.</summary>
internal static partial class SummaryYes
{
    public static bool Matches(string plain) => Chinese().IsMatch(plain) || English().IsMatch(plain) || Order().IsMatch(plain);

    /// <summary>这样就可以了。对了，下一回是几号交？: the yes, and what is asked besides.</summary>
    /// <returns>Null when the message is not of two such parts.</returns>
    public static (string Yes, string Question)? BeforeQuestion(string raw) =>
        Both().Match(raw.Trim()) is { Success: true } both && Spelling.Plain(both.Groups["yes"].Value) is var yes && (Matches(yes) || Understand.Utterance(yes, []) is { Intent: Intent.Confirm, Leftover.Length: <= 1 })
            && Understand.Utterance(both.Groups["question"].Value, []).EndsAsQuestion ? (both.Groups["yes"].Value, both.Groups["question"].Value) : null;

    [GeneratedRegex(@"^(?<yes>[^?？]{1,40}?)[。.!！;；,，]\s*(?:(?:对了|另外|还有|顺便(?:问)?(?:一?下)?|我?(?:再)?问(?:一?下)|by the way|btw|also|and|one more thing)[,，:：\s]*)*(?<question>[^。!！;；]{3,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    private const string File = "(?:[,.!;~ ]*(?:就|可以|那就|直接|帮我|请|按这个|这样|这么)*(?:提交|上报|报送|报|交|发)(?:上去|出去)?(?:吧|了|啦)?)?";

    [GeneratedRegex("^(?:(?:好的?|嗯+|行|可以|对的?|没错|ok|我?(?:都|又|仔细)?(?:看|核对|检查|过目|核)(?:过|完|好)?(?:一?遍)?了)[,.!;~ ]*)*(?:(?:都|我|再|也)*没(?:有|什么|啥)*(?:要|需要|可|用)(?:再)?(?:改|修改|动|补充|调整)(?:的)?(?:地方)?了?|(?:都|就)?(?:不用|不需要|无需)(?:再)?(?:改|修改|动)了?|(?:这下|这回|这次|现在|这样)(?:子)?(?:就|都)?(?:对|好|可以|行|没问题|没毛病|成)了?)(?:吧|啦|的)?" + File + "$")]
    private static partial Regex Chinese();

    [GeneratedRegex("^(?:(?:good|great|fine|perfect|yes|yep|yeah|yup|ok|okay|right|correct|lovely|excellent|all (?:good|right|fine)|(?:that )?looks (?:good|right|fine|ok)|lgtm|nothing to (?:change|add|correct)|no changes?(?: needed)?|that's (?:it|right|better|fine|good))(?: now)?[,.!; ]*)+(?:(?:please |just |now )*(?:send|submit|file|ship)(?: (?:it|them|both|that|all|off|now|in|please|away))*)?$")]
    private static partial Regex English();

    [GeneratedRegex("^(?:please )?(?:send|submit|file)(?: (?:it|them|both|all|both of them|all of them|off|now|in|please))*$")]
    private static partial Regex Order();
}
