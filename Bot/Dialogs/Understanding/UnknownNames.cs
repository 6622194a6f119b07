using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Words that must be the name of a unit which the plan does not have: they end as an organ's name does, or stand where only a unit can stand. Other leftovers of a sentence name nothing.</summary>
internal static class UnknownNames
{
    /// <param name="masked">The text with marks over what is explained.</param>
    /// <returns>As it stands in the text; null when nothing looks like a name.</returns>
    public static string? In(string plain, string masked)
    {
        if (OfficeWords.Find(plain, masked) is { } office)
            return office.Words;
        foreach (Match gap in Gap.Matches(masked))
        {
            var (before, after, words) = (plain[..gap.Index], plain[(gap.Index + gap.Length)..], gap.Value);
            var isName = words[0] >= '\u4e00'
                ? !NoChineseName.IsMatch(words) && (Organ.IsMatch(words) || (ChineseObject.IsMatch(before) && AfterObject.IsMatch(after)) || (Opening.IsMatch(before) && Asked.IsMatch(after)))
                : !NoEnglishName.IsMatch(words) && EnglishPlace.IsMatch(before) && AfterEnglish.IsMatch(after);
            if (isName)
                return words;
        }
        return null;
    }

    private static Regex Gap => field ??= new("[\u4e00-\u9fff]{2,8}|[a-z][a-z-]{2,}(?: [a-z][a-z-]+){0,2}");

    private static Regex Organ => field ??= new("[\u4e00-\u9fff](?:局|委|办|厅|处|署|银行|公司|集团|中心|大学|学院|法院|检察院|街道|街|镇|乡|园区|开发区)$");

    private static Regex ChineseObject => field ??= new("(?:催(?:催|一下|办|报|一催)?|督促(?:一下)?|敲打(?:一下)?|提醒(?:一下)?|盯(?:一下|着)?|喊(?:一下)?|给|跟|向|对|问问?|看看|查查?|查一下|叫|让|退回|邀请|暂停|恢复|联系)$");

    private static Regex AfterObject => field ??= new("^(?:$|[,.?!]|的|了|吧|呀|啊|呢|一下|一声|那边|那头|那家|催|延|退|发|免|换|报|交|提醒|尽快|赶紧|多|宽)");

    private static Regex Opening => field ??= new("^(?:那么?|请问|问一下|对了|还有|,)*$");

    private static Regex Asked => field ??= new("^(?:那边|那头|那家|口)?的?(?:报(?!送率)|交|填|还|有没|怎么样|怎样|咋样|呢$|呢\\?|到哪|进展|进度|完成|没|已经|情况|欠|几号|联络员|联系人|延|退|免|催)");

    private static Regex EnglishPlace => field ??= new("(?:^|[ ,])(?:urge|chase|nudge|remind|ping|prod|push|poke|give|has|have|did|is|are|does|about|for|of|from|to|with|show|read|pause|resume|invite|extend|return|accept|waive|call)(?: me| up)?(?: the| our)?[ ,]*$");

    private static Regex AfterEnglish => field ??= new("^ ?(?:$|[?.,!]|'s|(?:reported|filed|submitted|sent|handed|in|yet|done|late|overdue|doing|please|now|again|today|report|reports|reminders?|bureau|office|commission|department|contact|deadline|until|till|by)(?![a-z]))");

    private static Regex NoChineseName => field ??= new(@"(?<same>[\u4e00-\u9fff])一\k<same>|这|那|按时|按期|准时|及时|如期|一共|总共|今年|去年|明年|季度|本期|上期|情况|工作|进度|任务|什么|怎么|准备|打算|一起|全体|全员|通通|所有|家伙|剩下|其余|拖|懒|活儿|事儿|东西|意思|[了吗呢吧]$");

    private static Regex NoEnglishName => field ??= new("(?:^|[ -])(?:[a-z]+(?:ing|ed|ly)|years?|months?|weeks?|quarters?|days?|deadlines?|guys?|folks?|lads|boys|bunch|lot|rest|others?|everyone|everybody|nobody|them|those|these|it|ball|hell|good|sake|sure|fact|time|way|matter|whole|entire|put|said|say|tell|word|quick|gentle|friendly|another|kick|shout|ring|bell|right|okay|well|now|then|please)(?:$|[ -])");
}
