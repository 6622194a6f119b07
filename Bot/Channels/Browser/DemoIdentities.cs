using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.Browser;

/// <summary>Whom a visitor of the demo may pick. Mapped in demo mode only.</summary>
internal static partial class DemoIdentities
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/demo/identities", ListAsync);

    /// <summary>Every identity of the browser channel: contacts in the notice's order, then coordinators and leaders.</summary>
    private static async Task<IReadOnlyList<DemoIdentity>> ListAsync(
        [FromServices] IPersonRepository people, // said outright: the framework takes a type with a method BindAsync for one that reads requests
        IUnitRepository units, CancellationToken cancellationToken)
    {
        var byId = (await people.AllAsync(cancellationToken)).ToDictionary(person => person.Id);
        var unitNames = (await units.AllAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
        return [.. (await people.IdentitiesOnAsync(BrowserOptions.Channel, cancellationToken))
            .Select(identity => Describe(identity, byId[identity.PersonId], unitNames))
            .OrderBy(identity => identity.Unit is null)
            .ThenBy(identity => NumberIn(identity.Id))
            .ThenBy(identity => identity.Id, StringComparer.Ordinal)];
    }

    private static DemoIdentity Describe(ChannelIdentity identity, Person person, Dictionary<Guid, string> unitNames)
    {
        var role = person.IsCoordinator ? "coordinator" : person.IsLeader ? "leader" : "contact";
        return new DemoIdentity(identity.UserId, person.Name, role, person.Contacts is [var contact, ..] ? unitNames.GetValueOrDefault(contact.UnitId) : null);
    }

    // unit-2 stands before unit-10.
    private static int NumberIn(string id) => Number().Match(id) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\d{1,6}$")]
    private static partial Regex Number();

    private sealed record DemoIdentity(string Id, string Name, string Role, string? Unit);
}
