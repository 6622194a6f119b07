using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Api;

/// <summary>The system that asks. What it may see and do is decided where it is decided for people.</summary>
public sealed record ApiCaller(ApiToken Token, Person System, Language Language)
{
    public ApiAccess Access => Token.Access;

    /// <summary>The only units that it may see; null for all.</summary>
    public IReadOnlyList<Guid>? OwnUnits => Access.UnitIds.Count == 0 ? null : Access.UnitIds;

    public bool May(Ability ability, Guid? unitId = null) => Permissions.Allows(System, ability, unitId);

    /// <summary>How an endpoint gets it: <see cref="ApiDoor"/> has let it in before.</summary>
    public static ValueTask<ApiCaller?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<ApiCaller>());

    /// <summary>The first language of the request; Chinese where it names none of ours.</summary>
    public static Language LanguageOf(HttpContext http) => Languages.Parse(http.Request.Headers.AcceptLanguage.ToString().Split('-', ',', ';')[0].Trim().ToLowerInvariant());
}
