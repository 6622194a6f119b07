using System.Text.RegularExpressions;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>我调走了，接我的是周敏: a contact names who takes over; the coordinators decide, and until then nothing changes.</summary>
public sealed class HandoverAct(AskForHandover ask, TimeProvider clock) : IAct
{
    private const string NamePart = "name";
    private const string PhonePart = "phone";
    private const string DayPart = "day";

    /// <summary>What stands for a number that is not known.</summary>
    private const string NoPhone = "-";

    public string Name => "ask-handover";

    public bool IsRequest => true;

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.Handover && !asker.Sees(Ability.ChangeContact) && Permissions.ReportsFor(asker.Person).Any();

    public Wish Read(Turn turn, Wish wish)
    {
        var own = Permissions.ReportsFor(turn.Asker.Person).Distinct().ToList();
        wish = ContactWords.Read(turn, wish);
        wish = wish with { UnitId = turn.Said.Unit?.One is { } named && own.Contains(named.Id) ? named.Id : wish.UnitId ?? (own is [var only] ? only : null) };
        // 以后别找我了: from now on.
        if (wish.Day is null && FromNow.IsMatch(turn.Said.Plain))
            wish = wish with { Day = ContactDay.Of(clock.GetUtcNow()) };
        return ContactWords.Next(turn) is { } name ? Named(turn, wish, name) : wish;
    }

    /// <summary>等等，换成王蕾: somebody else cannot be reached by the number of the one before.</summary>
    private static Wish Named(Turn turn, Wish wish, string name) => wish.Name is null || wish.Name == name ? wish with { Name = name }
        : ContactWords.Read(turn, wish with { Name = name, Phone = null, Email = null });

    private static Regex FromNow => field ??= new("以后(?:都|就|有事|这事)*(?:别|不要|不用|甭)(?:再)?(?:找|联系|发|催)|今后|从(?:现在|今天|即日)起|即日起|即刻|我(?:已经?|都)(?:走|调走|调离|离开|去|到|不在)|我(?:去|调|转)(?:到)?[^,.]{2,10}(?:处|室|局|委|办|科|部|中心|单位)?了|(?<![a-z])(?:from now on|as of (?:now|today)|starting (?:now|today)|effective (?:now|today|immediately)|no longer|i(?:'ve| have) (?:already )?(?:left|moved|changed|gone|been moved)|don't (?:contact|write|text|message) me (?:any ?more|again))(?![a-z])");

    public Wish? Answer(Turn turn, Wish wish, string part, string said)
    {
        var read = ContactWords.Read(turn, wish);
        return part switch
        {
            NamePart => ContactWords.NameIn(said) is { } name ? read with { Name = name } : null,
            PhonePart => read.Phone is not null || read.Email is not null ? read : IsNone(said) ? read with { Phone = NoPhone } : null,
            DayPart => read.Day is not null || read.Phone != wish.Phone ? read : null,
            _ => turn.Said.Unit?.One is { } unit && Permissions.ReportsFor(turn.Asker.Person).Contains(unit.Id) ? read with { UnitId = unit.Id } : null,
        };
    }

    public Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken) => Task.FromResult(Next(turn, wish));

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var request = new HandoverRequest(wish.Name!, PhoneOf(wish), FromOf(wish), wish.Email);
        return await ask.RunAsync(wish.Id, wish.UnitId!.Value, request, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is { } number
            ? new(ContactTexts.HandoverAsked(number, request.Name, turn.Language))
            : new(ActTexts.Overtaken(turn.Language));
    }

    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    private ActStep Next(Turn turn, Wish wish)
    {
        var unit = ContactWords.UnitName(turn, wish);
        if (wish.UnitId is null)
            return new ActStep.Ask("unit", RequestTexts.WhichUnit([.. OwnUnits(turn)], turn.Language));
        if (wish.Name is not { } name)
            return new ActStep.Ask(NamePart, ContactTexts.AskName(unit, turn.Language));
        if (wish is { Phone: null, Email: null })
            return new ActStep.Ask(PhonePart, ContactTexts.AskMobile(name, turn.Language));
        if (wish.Day is null)
            return new ActStep.Ask(DayPart, ContactTexts.AskFrom(name, turn.Language));
        return new ActStep.Ready(ContactTexts.PreviewHandover(unit, name, ReachOf(wish), FromOf(wish), turn.Language));
    }

    /// <summary>Number and address, as far as they are known; null when neither is.</summary>
    private static string? ReachOf(Wish wish) => string.Join(' ', new[] { PhoneOf(wish), wish.Email }.OfType<string>()) is { Length: > 0 } reach ? reach : null;

    private static string? PhoneOf(Wish wish) => wish.Phone == NoPhone ? null : wish.Phone;

    private DateOnly FromOf(Wish wish)
    {
        var today = ContactDay.Of(clock.GetUtcNow());
        return wish.Day > today ? wish.Day.Value : today;
    }

    private static bool IsNone(string said) => Spelling.Plain(said) is "无" or "没有" or "不知道" or "不清楚" or "暂无" or "none" or "no" or "unknown" or "i don't know";

    private static IEnumerable<string> OwnUnits(Turn turn)
    {
        var own = Permissions.ReportsFor(turn.Asker.Person).ToHashSet();
        return turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Where(unit => own.Contains(unit.Id)).Select(unit => unit.Name);
    }
}
