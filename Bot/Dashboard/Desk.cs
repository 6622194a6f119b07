using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dashboard;

/// <summary>Who stands at the dashboard. What they may see and do is decided where chat decides it.</summary>
/// <param name="Person">As the database has them at this request.</param>
/// <param name="Here">Path and query of the page.</param>
/// <param name="FormToken">Goes along with every form; empty where no page is shown.</param>
public sealed record Desk(Person Person, Language Language, string Here, string FormToken)
{
    public bool SeesAll => Sees(Ability.SeeOverview);

    public bool RunsPlan => Sees(Ability.RunPlan);

    public bool Sees(Ability ability, Guid? unitId = null) => Permissions.Allows(Person, ability, unitId);

    /// <summary>The only units that the person may see; null for all.</summary>
    public IReadOnlyList<Guid>? OwnUnits => SeesAll ? null : [.. Person.Contacts.Select(contact => contact.UnitId).Distinct()];

    /// <summary>The sentence in the page's language.</summary>
    public string In(string chinese, string english) => Language.In(chinese, english);

    /// <summary>How an endpoint gets it: <see cref="DeskDoor"/> has let the person in before.</summary>
    public static ValueTask<Desk?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<Desk>());
}
