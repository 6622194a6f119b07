using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>先别发!今天上午全市开会; don't send it yet, we are in a meeting: an order to keep back what goes out by itself. Pure.</summary>
internal static class HoldWords
{
    /// <summary>The order, where the words name no step: the one that comes next is meant.</summary>
    public const string NextStep = "先别发下一次提醒";

    /// <returns>The clause that orders it, with the step that it names; <see cref="NextStep"/> where it names none; null when nothing of the kind is ordered.</returns>
    /// <param name="plain">Normalised.</param>
    public static string? In(string plain) =>
        plain.Length <= Longest && (!Asking.IsMatch(plain) || ForMyYes.IsMatch(plain)) && !Everything.IsMatch(plain) && Clauses.Split(plain.TrimEnd('?', '吗')).FirstOrDefault(clause => Order.IsMatch(clause.Trim())) is { } clause
            ? StepWords.Find(clause) is { NamesStep: true } ? clause.Trim() : NextStep : null;

    private const int Longest = 60;

    private static Regex Clauses => field ??= new("[,.;!~]+|(?<=发|了)(?=今天|上午|下午|等下|现在|有|要|我|大家|全市)");

    /// <summary>All reminders are to rest, and not one step.</summary>
    private static Regex Everything => field ??= new("全部|所有|一律|都停|全停|暂停|(?<![a-z])(?:everything|all (?:of )?(?:the )?reminders|on hold|pause)(?![a-z])");

    private static Regex ForMyYes => field ??= new("(?<![a-z])wait (?:for|until|till) (?:my|i|our)(?![a-z])|等我|经我");

    private static Regex Asking => field ??= new("[?]|吗|么$|是不是|能不能|can you|could you|why|did ");

    /// <summary>One that says nothing else: 先别发通知给教委 is about a notice.</summary>
    private static Regex Order => field ??= new("^(?:那|嗯|哎|唉|哦|不|等等|等一?下|慢着?|且慢|稍等|先|都|就|也|还是|暂时|千万|务必|请|今天|今早|明天|上午|下午|早上|[0-9一二两三四五六七八九十]{1,3}点(?:半)?|那?(?:一)?[拨条轮次波]|这?(?:一)?[拨条轮次波]|的|下一?[拨条轮次波]提醒)*(?:别|不要|甭|不能|先不|停止?|暂缓|不准|不许)(?:急着|忙着|着急|着)?(?:再|往外|自动)*(?:发|推|推送|发送|发出)(?:出去|出|下去|送)?(?:了|吧|呢|啊|先|(?:那|这|下一?)[条拨次轮]提醒?)*$"
        + "|^(?:那|哎|等等|等一?下|先|把|下一?[拨条轮次]|那?[拨条轮次]|的|提醒|给我|都)*(?:压住|压一压|压一下|按住|扣住|扣下|卡住|摁住|hold住)(?:它|了|吧|先|别发|不发|提醒|那[条拨次轮])*$"
        + "|^(?:wait|no|please|hold on|hang on|stop|and|so|just|hey|oh|ok|then| )*(?:don't|do not|dont|mustn't|must not) (?:send|push|fire)(?: (?:it|that|them|this|these|anything|that one|the (?:next|morning|afternoon) one|the reminders?|any of (?:it|them)))?(?: out| off)?(?: yet| now| today| this morning| this afternoon| please)*$"
        + "|^(?:那|嗯|先|都|请|它|这|下一?[条拨次轮]|发之前|一定|得|要|必须|能不能|可以|让它|[,])*(?:等我|经我|我)(?:点头|同意|确认|批准|说可以|说发|点了头|过目|看过|看完|核过)(?:了|后|以后|之后|一下)*(?:再|才)(?:能|可以)?(?:发|推|走|往外发|发出)(?:出去?|送)?(?:吧)?$"
        + "|^(?:and |so |please |but )*(?:can (?:it|that|this|they)|could (?:it|that|this|they)|make (?:it|that|them)|have it|let it) wait (?:for|until|till) (?:my|i|our) ?(?:(?:ok|okay|yes|go-ahead|go ahead|approval|say-so|say so|confirm(?:ed|ation)?|approve|say|sign-off)(?: it| so| yes)?)(?: first)*$"
        + "|^(?:wait|no|please|and|so|just|ok|then| )*(?:hold|keep) (?:it|that|them|that one|this one|the next one|the (?:nine|9) o'clock (?:one|round))(?: back)?(?: please| for now| today)*$");
}
