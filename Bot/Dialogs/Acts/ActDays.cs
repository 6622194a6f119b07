using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>The day and the moment that the words about an act name, by the plan's zone and the working calendar.</summary>
internal sealed class ActDays(CurrentCalendar currentCalendar)
{
    /// <param name="isOpen">Of what is said about an open wish (15号太晚了，13号吧), the last day counts.</param>
    public async Task<Turn> NamedInAsync(Turn turn, bool isOpen, CancellationToken cancellationToken)
    {
        // 数据8号才有，能不能10号再给: of what a contact asks for, too.
        var last = isOpen || (turn.Said.Intent == Intent.Extend && (!turn.Asker.Sees(Ability.RunPlan) || TooLate.IsMatch(turn.Said.Plain))) ? LastDay(turn.Said.Raw) : null;
        if ((last ?? turn.Said.When) is not { } when || turn.Plans.Count == 0)
            return turn;
        var (calendar, zone) = (await currentCalendar.ReadAsync(cancellationToken), turn.Plans[0].Zone);
        var now = TimeZoneInfo.ConvertTime(turn.Plans[0].Now, zone).DateTime;
        var day = when.DayIn(DateOnly.FromDateTime(now), calendar);
        return turn with
        {
            NamedDay = day, DayAfterNamed = day is { } named ? calendar.Plus(named, 1) : null,
            NamedMoment = when.MomentIn(now, calendar) is { } at ? new CivilTime(zone).At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null,
        };
    }

    /// <summary>The day that counts: the last one, but none out of a reason (下周三吧，数据月初才出), nor a vague one beside a clear one.</summary>
    private static DateMention? LastDay(string raw)
    {
        var days = raw.Split(',', '，', '。', ';', '；').Where(clause => !OfReason.IsMatch(clause)).Select(clause => DateWords.Find(Spelling.Plain(clause))?.Mention).OfType<DateMention>().ToList();
        return days.FindLast(day => !day.IsVague) ?? days.LastOrDefault();
    }

    /// <summary>17号太晚了，给到15号: what is refused comes first.</summary>
    private static Regex TooLate => field ??= new("太(?:晚|久|迟|长|远)|[号日](?:可)?不(?:行|成|可以)|(?<![a-z])too (?:late|long|far)(?![a-z])");

    private static Regex OfReason => field ??= new("太(?:晚|久|迟|长|远)|[号日](?:可)?不(?:行|成|可以)|too (?:late|long|far)|才|因为|由于|要等|得等|上会|开会|有会|(?:要|得|就)(?:用|汇报|开(?!始)|研究|上报|审|送审)|because|since|only (?:comes?|arrives?|out)|(?<![a-z])(?:meeting|hearing|session|meets)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
