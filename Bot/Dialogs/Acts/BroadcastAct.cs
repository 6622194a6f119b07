using System.Text.RegularExpressions;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>发个通知：周五下午系统维护. The words go out as they were typed.</summary>
public sealed partial class BroadcastAct(Broadcast broadcast) : IAct
{
    private const string TextPart = "text";
    private const string UnitPart = "unit";
    private const string PlanPart = "plan";

    public string Name => "broadcast";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.Broadcast && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish)
    {
        var isFirst = wish.Name is null;
        if (!isFirst && Correction().Match(turn.Said.Raw.Trim()) is { Success: true } corrected)
            return wish with { Text = corrected.Groups["text"].Value.Trim() };
        // A later utterance changes the audience only where it says so: 只发给逾期单位.
        if (!isFirst && !OnlyTo().IsMatch(turn.Said.Plain))
            return wish;
        // Of a message that carries its notice, the words understood are those before it.
        return wish with
        {
            Name = AudienceOf(turn.Said.Plain).ToString(), UnitId = turn.Said.Unit?.One?.Id, UnclearUnit = UnclearUnit.In(turn),
            PlanId = wish.PlanId ?? (turn.Plans is [var only] ? only.Plan.Id : null), Text = turn.Said.Text ?? wish.Text,
        };
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part switch
    {
        TextPart => said.Trim() is { Length: > 0 } text ? wish with { Text = text } : null,
        UnitPart => turn.Said.Unit?.One is { } unit ? wish with { UnitId = unit.Id, UnclearUnit = null } : null,
        PlanPart => turn.Plans.FirstOrDefault(view => view.Plan.Title == said.Trim()) is { } view ? wish with { PlanId = view.Plan.Id } : null,
        _ => null,
    };

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var language = turn.Language;
        if (turn.Plans.Count == 0)
            return new ActStep.Refused(CommonTexts.NoPlanYet(language));
        // A name that fits no unit, or several, must never send to all.
        if (wish.UnclearUnit is { } words)
            return new ActStep.Ask(UnitPart, turn.Said.Unit is { IsAmbiguous: true } named ? UnitTexts.WhichOne(named.Words, named.Candidates, language) : UnitTexts.Unknown(words, language));
        if (PlanOf(turn, wish) is not { } view)
            return new ActStep.Ask(PlanPart, ActTexts.WhichPlan([.. turn.Plans.Select(plan => plan.Plan.Title)], language));
        if (wish.Text is not { } text)
            return new ActStep.Ask(TextPart, BroadcastTexts.AskText(language));
        if (text.Length > Broadcast.Longest)
            return new ActStep.Ask(TextPart, BroadcastTexts.TooLong(text.Length, Broadcast.Longest, language));
        var preview = await broadcast.PreviewAsync(OrderOf(wish, view), cancellationToken);
        return preview.Recipients.Count == 0
            ? new ActStep.Refused(BroadcastTexts.Nobody(Lines(preview.Unreachable), language))
            : new ActStep.Ready(BroadcastTexts.Preview(text, AudienceOf(wish), Lines(preview.Recipients), Lines(preview.Unreachable), language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (PlanOf(turn, wish) is not { } view || await broadcast.RunAsync(OrderOf(wish, view), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is not { } sent)
            return new(BroadcastTexts.NotSent(turn.Language));
        return new(BroadcastTexts.Sent(sent.Recipients.Count, turn.Language), wish.Id.ToString());
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) =>
        await broadcast.RecallAsync(Guid.Parse(undo), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is var (recalled, gone)
            ? BroadcastTexts.Recalled(recalled, gone, turn.Language)
            : ActTexts.CannotUndo(turn.Language);

    /// <summary>Null when several plans run and it matters which: units are shared, contacts are one person each, so all of several plans is asked about.</summary>
    private static PlanView? PlanOf(Turn turn, Wish wish)
    {
        var views = turn.Plans.Where(view => (wish.PlanId is null || view.Plan.Id == wish.PlanId) && (wish.UnitId is null || view.Units.Any(unit => unit.Id == wish.UnitId))).ToList();
        return views.Count == 1 || (views.Count > 1 && wish.UnitId is not null) ? views[0] : null;
    }

    private static BroadcastOrder OrderOf(Wish wish, PlanView view) => new(wish.Id, view.Plan.Id, view.KeyOf(null), Audience(wish), wish.UnitId, wish.Text!);

    private static BroadcastAudience Audience(Wish wish) => Enum.TryParse<BroadcastAudience>(wish.Name, out var audience) ? audience : BroadcastAudience.Contacts;

    private static string AudienceOf(Wish wish) => Audience(wish).ToString();

    private static BroadcastAudience AudienceOf(string head) =>
        Overdue().IsMatch(head) ? BroadcastAudience.Overdue : Missing().IsMatch(head) ? BroadcastAudience.Missing : Leaders().IsMatch(head) ? BroadcastAudience.UnitLeaders : BroadcastAudience.Contacts;

    private static List<UrgeLine> Lines(IReadOnlyList<BroadcastRecipient> people) => [.. people.Select(person => new UrgeLine(person.Name, [.. person.Units.Select(unit => new UnitCount(unit, 0, 0))], null))];

    [GeneratedRegex("^(?:不对|不是|等等)?[，,]?(?:内容|文字|通知)?(?:改成|改为|换成|应该是|change (?:it |the text )?to)[：: ]*(?<text>.+)$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    [GeneratedRegex("(?:只|仅|都|改)?(?:发|通知|给)(?:给)?|only to|send (?:it )?to", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyTo();

    [GeneratedRegex("逾期|超期|overdue", RegexOptions.IgnoreCase)]
    private static partial Regex Overdue();

    [GeneratedRegex("没报|未报|没交|未交|没有报|not reported|missing|open", RegexOptions.IgnoreCase)]
    private static partial Regex Missing();

    [GeneratedRegex("领导|负责人|负责同志|leaders?", RegexOptions.IgnoreCase)]
    private static partial Regex Leaders();
}
