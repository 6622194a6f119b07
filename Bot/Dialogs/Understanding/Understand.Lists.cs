using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Lists that only the office asks for, and that their structure gives away: of units, of contacts, of what is accepted, of two units side by side.</summary>
public static partial class Understand
{
    /// <returns>Null for all others.</returns>
    private static Understood? OfOfficeLists(Understood understood)
    {
        if (understood.Plain.Length > LongestAsked)
            return null;
        // 教委和科技局谁报得多: of both.
        if (understood.Units.Count(unit => unit.One is not null) > 1 && !IsDoneToUnitsByOrder(understood) && Compares.IsMatch(understood.Plain))
            return Asked(understood, Intent.UnitStatus);
        // 教委提了什么异议: what was asked for, not what was reported.
        if (understood.Units.Count > 0 && understood.Intent is Intent.UnitStatus or Intent.ReadReport or Intent.NotOurs or Intent.None or Intent.Problems && WhatObjected.IsMatch(understood.Plain))
            return Asked(understood, Intent.Requests);
        if (understood.Units.Count > 0 || understood.Text is not null)
            return null;
        // 谁没收到, after something was sent: of what was sent, and not of what was reported.
        if (WhoNotReached.IsMatch(understood.Plain))
            return Asked(understood, Intent.Delivered) with { Tasks = [], Refers = Reference.None, ListOf = Intent.None };
        if (ReviewWords.In(understood.Plain) is not null)
            return Asked(understood, Intent.WhoReported) with { Tasks = [] };
        return understood.Intent is Intent.People or Intent.WhoReported or Intent.WhoMissing or Intent.WhoIsContact or Intent.UnitStatus or Intent.None or Intent.Fragment or Intent.ReadReport or Intent.AllIn && ListWords.In(understood.Plain) is not null
            ? Asked(understood, Intent.People) : null;
    }

    private const int LongestAsked = 70;

    private static bool IsDoneToUnitsByOrder(Understood understood) => understood.Intent is Intent.Urge or Intent.Extend or Intent.Return or Intent.Accept or Intent.Waive or Intent.Broadcast;

    private static Understood Asked(Understood understood, Intent intent) => understood with { Intent = intent, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true };

    /// <summary>Whether a question without a unit asks whom the messages have not reached.</summary>
    internal static bool AsksWhomNotReached(string plain) => WhoNotReached.IsMatch(plain);

    private static Regex WhoNotReached => field ??= new("^(?:那|,|还|有)*(?:有)?(?:谁|哪些人?|哪几(?:家|个)|几家|哪家|多少(?:人|家))(?:个?单位)?(?:还|都)?(?:没有?|未)(?:收到|送到|送达|发到|看到)(?:的|通知|消息|短信|这条|这个)*(?:呢|吗|啊)?[?]?$|^(?:没(?:有)?|未)(?:收到|送到|送达|发到)(?:的|通知|消息)*(?:是|有)?(?:谁|哪些|哪几家|几家)[?]?$|^(?:and |so |but )*(?:who|which (?:ones|units)|anyone who|how many)(?: of them)? (?:didn't|did not|hasn't|has not|haven't|have not|never|doesn't|don't|wasn't|weren't|was not|were not|is not|isn't)(?: yet| been)* (?:get|gotten|got|received?|reached|seen?|have|delivered)(?: (?:it|that|the (?:message|notice)|this|one|mine|yet))*[?]?$");

    private static Regex Compares => field ??= new("(?:谁|哪家|哪个(?:单位)?|哪边|哪一家)(?:家)?(?:报|交|写|完成|做|进度|拖|欠|差)(?:得|的)?(?:更|比较|最)?(?:多|少|快|慢|早|晚|好|久)|比(?:一?比|较一?下|哪|谁)|对比|(?<![a-z])(?:who|which)(?: of (?:them|the two|these))?(?: one| unit)? (?:has |have |did |is |was )?(?:reported|filed|submitted|sent|done|further|ahead|behind|faster|slower|better|worse)(?: (?:in|more|less|most|first|earlier|later|faster))*(?![a-z])|(?<![a-z])compare(?![a-z])");

    private static Regex WhatObjected => field ??= new("(?:提|有|提出|报)(?:了|过)?(?:什么|啥|哪些|的)*(?:异议|意见|反对)|异议(?:是|写|说|内容|理由)|(?:what|why|how|did|does)(?![a-z]).{0,50}(?<![a-z])(?:object(?:ed|ion|ions)?|dispute[ds]?|contest(?:ed)?)(?![a-z])");
}
