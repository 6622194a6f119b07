using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>有几家审过了, 谁交了还没审, which are waiting for me: of what was filed, by whether the office has accepted it. Pure.</summary>
internal static class ReviewWords
{
    /// <returns>True for what is accepted, false for what still waits; null when the words ask for neither.</returns>
    public static bool? In(string plain) => Waiting.IsMatch(plain) ? false : Accepted.IsMatch(plain) ? true : null;

    private static Regex Waiting => field ??= new("(?:交|报)(?:上来|过来|送)?(?:了|的)?(?:但|却|可)?(?:我|我们|咱们|咱)?(?:还)?(?:没有?|未|等着?|待)(?:人)?(?:审(?:核|阅|批)?|看|批|处理|验收)(?:的|过)?(?:有|是)?(?:谁|哪|几|多少|$)|(?:谁|哪些|哪几|几|多少).{0,8}(?:交|报)(?:上来|过来)?(?:了|的)?(?:但|却|可)?(?:还)?(?:没有?|未|等着?|待)(?:人)?(?:审|看|批|处理|验收)|(?:待|等着?我?|还没|未)审(?:核|批|阅)?的?(?:有|还有|是)?(?:谁|哪|几|多少|清单|名单)|(?:哪|几|谁|多少).{0,6}(?:待审|等我审|还没审|等着审|未审)|(?<![a-z])(?:which|who|what reports|how many)(?![a-z])(?!.*(?:request|objection|application|extension)).{0,40}(?:(?:waiting|wait|pending) (?:for|on) (?:me|my|us|our|review|approval|acceptance)|(?:not|n't)(?: been| yet| i)* (?:reviewed|accepted|approved|looked at|checked)|(?:to|left to) (?:review|accept|approve)|awaiting (?:review|approval|acceptance)|need(?:s)? my (?:review|approval|ok))");

    private static Regex Accepted => field ??= new("(?:通过|审过|验收|认可)(?:了|过)(?:的)?(?:几|多少)(?:份|家|项|条|个)|(?:哪|几|谁|多少)[^,.]{0,8}(?:已经?|都|我)*(?:审(?:核|批|阅)?(?:过|完|好|通过)|通过(?:了)?审核|审核?通过|验收(?:过|通过|了)|认可(?:了|过))|(?:审(?:核)?(?:过|通过|完)|通过审核|验收过|验收通过)(?:了)?的?(?:单位)?(?:有|是)?(?:谁|哪|几|多少)|^(?:and |so |ok )*(?:which|who|how many|what)(?: (?:ones?|units?|reports?|of (?:them|those|these)|tasks?))*(?: (?:are|is|were|was|have|has|been|already|did|do|i|we|you))* (?:accepted|approved|signed off|passed)(?: (?:so far|already|yet|by me|by us|now))*[?]?$");
}
