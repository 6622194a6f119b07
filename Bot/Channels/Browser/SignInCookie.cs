using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Channels.Browser;

/// <summary>Remembers in the browser who has come in by a personal link.</summary>
public sealed class SignInCookie(
    IDataProtectionProvider protection, IPersonRepository people, PublicAddress address, IOptions<BrowserOptions> options, [FromKeyedServices("wall")] TimeProvider wall)
{
    private const string Name = "planbot.person";

    private readonly TimedSeal<SignedIn> seal = new(protection.CreateProtector("PlanBot.Browser.SignIn.v1"), wall);

    public void Set(HttpContext http, ChannelIdentity identity)
    {
        var lifetime = TimeSpan.FromDays(options.Value.SignInDays);
        // Lax, because people come to /chat by links in other pages; nothing that changes anything answers to a cross-site request.
        var cookie = new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps || address.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = lifetime, IsEssential = true };
        http.Response.Cookies.Append(Name, seal.Close(new SignedIn(identity.UserId, identity.PersonId), lifetime), cookie);
    }

    /// <returns>Null when nobody is signed in here, the identity no longer belongs to the same person, or the person has left.</returns>
    public async Task<(Person Person, string UserId)?> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!http.Request.Cookies.TryGetValue(Name, out var text) || seal.Open(text) is not ({ } signedIn, IsExpired: false))
            return null;
        var person = await people.FindByIdentityAsync(BrowserOptions.Channel, signedIn.UserId, cancellationToken);
        return person?.Id == signedIn.PersonId && Permissions.IsBound(person) ? (person, signedIn.UserId) : null;
    }

    private sealed record SignedIn(string UserId, Guid PersonId);
}
