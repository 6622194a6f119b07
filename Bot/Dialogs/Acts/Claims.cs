using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Importing;

namespace PlanBot.Dialogs.Acts;

/// <summary>Whether words belong to the act that is open, or wish for something else. Pure.</summary>
internal sealed class Claims(IReadOnlyList<IAct> acts)
{
    private const double Sure = 0.7;

    /// <summary>A coordinator's act may be corrected in words that name another.</summary>
    private const double SureOfCoordinator = 0.9;

    private const double SureEnoughInstead = 0.55;

    /// <summary>The act that these words wish for; null when none.</summary>
    public IAct? Meant(Turn turn) => acts.FirstOrDefault(act => act.IsMeant(turn.Said.Intent, turn.Asker));

    /// <summary>Whether the words wish for something else than what is open: another act, or the same about another unit.</summary>
    public bool IsLeft(Turn turn, Wish open)
    {
        // 还是通过吧 says by itself that something else is wanted instead.
        var isInstead = Has(turn.Said, "Instead") || NotThatButThis.IsMatch(turn.Said.Plain);
        if ((turn.Said.IsByExample && !isInstead) || Meant(turn) is not { } act || !turn.Said.IsSure(isInstead ? SureEnoughInstead : turn.Asker.Sees(Ability.RunPlan) ? SureOfCoordinator : Sure))
            return false;
        if (act.Name != open.Act && NotThatButThis.IsMatch(turn.Said.Plain))
            return true;
        var other = turn.Said.Unit?.One is { } unit && unit.Id != open.UnitId;
        // 多给两天, said of what is open, gives it another day.
        if (turn.Said is { Intent: Intent.Extend, Units.Count: 0, Tasks.Count: 0 } && (turn.Said.Days is not null || turn.Said.When is not null) && open.UnitId is not null)
            return false;
        // A reason or a text may sound like a command; then only one that names its unit, or can be no reason, is taken for it.
        return act.Name != open.Act
            ? !IsFree(open) || (isInstead && IsClear(turn.Said)) || (turn.Said.IsSure(SureOfCoordinator) && (other || turn.Said.Intent is Intent.Snooze or Intent.Withdraw or Intent.TakeBackRequest or Intent.DropDraft))
            : open.Asking is null && other && turn.Said.IsSure(SureOfCoordinator);
    }

    /// <summary>Whether the words belong to what is open, whatever they would mean alone: a day that was asked for, a yes in other words, a question about it, a correction of it.</summary>
    /// <param name="dated">The turn with the day that it names.</param>
    public bool Belongs(Turn turn, Turn dated, Wish open) => NamesDay(dated, open) || NamesRule(turn, open) || (open.Asking is "phone" or "name" && NamesReach(turn.Said)) || (open.Asking is "day" or "name" && NamesDigits(turn.Said, open)) || (open.Asking is null && BelongsToPreview(turn, open));

    /// <summary>每季度结束后5个工作日内, asked for a reporting rule: an answer, though by itself it may ask for figures over time.</summary>
    public static bool NamesRule(Turn turn, Wish open) => open.Asking is "rule" && RuleWords.Read(turn.Said.Raw, issuedOn: null) is not null;

    /// <summary>商务局也退回 at the preview of an urging is another wish; 科技局先别催了 takes one out of it.</summary>
    public bool WishesForAnother(Turn turn, IAct open) =>
        turn.Said is { IsByExample: false, Intent: not (Intent.PauseReminders or Intent.Cancel or Intent.Undo) } && !UnitsMeant.Replaces(turn.Said) && turn.Said.IsSure(SureOfCoordinator) && Meant(turn) is { } other && other.Name != open.Name;

    /// <summary>Whether it waits for words that may be any: a reason, a name, a text.</summary>
    public static bool IsFree(Wish wish) => wish.Asking is not (null or "unit" or "tasks" or "plan" or "day" or "time" or "number");

    public static IReadOnlyList<Guid> UnitsOf(Wish wish) => wish.UnitId is { } first ? [first, .. wish.MoreUnits] : [];

    public static bool Has(Understood said, string idea) => said.Evidence.Any(evidence => evidence.Idea == idea);

    /// <summary>下周三吧，数都还没给, asked until which day: an answer, whatever its words are like.</summary>
    private bool NamesDay(Turn turn, Wish open) => open.Asking is "day" or "time" && (turn.NamedDay is not null || turn.NamedMoment is not null || turn.Said.Days is not null) && !AtPreview.IsAsked(turn.Said)
        && (Meant(turn) is not { } other || other.Name == open.Act || turn.Said.IsByExample);

    private bool BelongsToPreview(Turn turn, Wish open) => acts.FirstOrDefault(act => act.Name == open.Act) is { } act
        && (AtPreview.Agrees(turn.Said, open.Act) || AtPreview.Drops(turn.Said) || AtPreview.Asks(turn.Said) || (act is ProblemAct && AtPreview.AsksWhoRemembers(turn.Said)) || (open.Act is "urge" or "broadcast" && (AtPreview.AsksWhetherNow(turn.Said) || AtPreview.WantsNow(turn.Said))) || AtPreview.AsksWhetherDone(turn.Said, UnitsOf(open), open.Act)
            || AtPreview.Reservation(turn.Said) is not null || (!WishesForAnother(turn, act) && (act.Corrected(turn, open) != open || ((NamesReach(turn.Said) || NamesDigits(turn.Said, open)) && act.Read(turn, open) != open)))
            || (act.IsRequest && AtPreview.AgreesToAll(turn.Said, open.Tasks.Count)));

    /// <summary>号码错了，是137…: a number or an address belongs to the person who is shown.</summary>
    private static bool NamesReach(Understood said) => said is { EndsAsQuestion: false, Units.Count: 0 } && Has(said, "@Address");

    /// <summary>尾号是5687: some digits of the number that was told.</summary>
    private static bool NamesDigits(Understood said, Wish open) => open.Phone is { } phone && PhoneDigits.Corrected(said.Plain, phone) is { } corrected && corrected != phone;

    private static bool IsClear(Understood said) => said.Reason is null && said.Leftover.Length <= 2;

    /// <summary>不是免报，是延期; not a waiver, an extension: no reason for what is open.</summary>
    private static Regex NotThatButThis => field ??= new("^(?:说错了?|错了|不对|搞错了?|弄错了?|口误|等等)?[,，]?(?:我)?(?:要的|说的)?不是(?:要|让|给)?[^,]{1,8}[,]?(?:而)?(?:是|要|给)(?:要|让|给)?|^(?:sorry,? |no,? |wait,? |i mean(?:t)?,? )*not (?:a |an |to )?[a-z]+[,;]? (?:but |i mean(?:t)? |rather )?(?:a |an |to )?[a-z]+");
}
