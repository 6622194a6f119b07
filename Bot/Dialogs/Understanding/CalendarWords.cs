using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Questions for the working calendar beyond one day: 从今天到7.3还有几个工作日, 端午影响提醒吗. Pure.</summary>
internal static class CalendarWords
{
    /// <summary>How many working days there are between two days; 还有几个工作日 alone counts to the due day, and is another question.</summary>
    public static bool AsksForCount(string plain) => HowMany.IsMatch(plain) && Between(plain) is not null;

    /// <summary>Whether a holiday moves the reminders.</summary>
    public static bool AsksWhetherRemindersMove(string plain) => Holiday.IsMatch(plain) && Moves.IsMatch(plain);

    /// <returns>The day from which is counted, null for today, and that until which; null when they cannot be told.</returns>
    public static (DateMention? From, DateMention Until)? Between(string plain)
    {
        if (Range.Match(plain) is { Success: true } range)
        {
            var from = DayIn(range.Groups["from"].Value);
            return DayIn(range.Groups["to"].Value) is { } to && (from is not null || Now.IsMatch(range.Groups["from"].Value)) ? (from, to) : null;
        }
        return UntilDay.Match(plain) is { Success: true } until && DayIn(until.Groups["to"].Value) is { } end ? (null, end) : null;
    }

    /// <summary>7.3 is a day where nothing but a day can stand.</summary>
    private static DateMention? DayIn(string words) => DateWords.Find(words.Trim())?.Mention is { Reference: not (DateReference.Time or DateReference.Later) } day ? day
        : Dotted.Match(words) is { Success: true } dotted ? new DateMention(DateReference.Date, dotted.Value) { Month = Numbers.Parse(dotted.Groups["month"].Value), Day = Numbers.Parse(dotted.Groups["day"].Value) } : null;

    private static Regex HowMany => field ??= new("(?:几|多少|哪几)(?:个)?工作日|工作日(?:还)?(?:有|剩)(?:几|多少)|how many (?:working|business|work) ?days");

    private static Regex Range => field ??= new("(?:从|自)(?<from>[^,]{2,12}?)(?:开始|起|算起)?[,]?(?:到|至|~|—|-)(?<to>[^,]{2,12}?)(?:为止|止|之间|中间|这段)?(?:一共|总共|还|共|,|是|的)*(?:有|剩|几|多少)|(?<from>(?:[0-9]{1,2}月[0-9]{1,2}[日号]?|[0-9]{1,2}\\.[0-9]{1,2}))(?:到|至|~|—|-)(?<to>(?:[0-9]{1,2}月[0-9]{1,2}[日号]?|[0-9]{1,2}\\.[0-9]{1,2}))|(?:from|between) (?<from>[a-z0-9 ./]{3,22}?) (?:to|until|till|through|and) (?<to>[a-z0-9 ./]{3,22}?)[?]?$");

    private static Regex UntilDay => field ??= new("(?:到|离|距离?)(?<to>[^,]{2,10}?)(?:为止)?(?:还|一共|总共|共)*(?:有|剩)(?:下)?(?:几|多少)(?:个)?工作日|working days(?: (?:are|do we have|left|remain))*(?: left)? (?:until|till|to|before) (?<to>[a-z0-9 ./]{3,20}?)[?]?$");

    private static Regex Now => field ??= new("今天|今日|现在|today|now");

    private static Regex Dotted => field ??= new("(?<![0-9])(?<month>1[0-2]|0?[1-9])[./](?<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])");

    private static Regex Holiday => field ??= new("清明|五一|劳动节|端午|国庆|中秋|元旦|春节|过年|假期|放假|长假|(?<![a-z])(?:qing ?ming|labou?r day|may day|dragon boat|national day|mid-?autumn|new year|spring festival|holidays?)(?![a-z])");

    private static Regex Moves => field ??= new("(?:影响|耽误|挪|改|推迟|顺延|错开|撞上?|碰上?)[^,.]{0,12}(?:提醒|催办|催报|发)|(?:提醒|催办|催报)[^,.]{0,10}(?:影响|耽误|挪|改|推迟|顺延|错开|照发|照常|受)|(?<![a-z])(?:affect|move|shift|delay|touch|change|clash)[a-z]*(?: with)? [^,.]{0,30}reminders?|reminders?[^,.]{0,30} (?:affected|moved|shifted|delayed)");
}
