using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Sql;
using PlanBot.Texts;

namespace PlanBot.Dashboard;

/// <summary>The door of the dashboard: says what its pages may do in a browser, lets in whoever is signed in, refuses a change without its form's token, and catches what breaks behind it.</summary>
public sealed partial class DeskDoor(DeskCookies cookies, IAntiforgery antiforgery, IOptions<DashboardOptions> options, IOptions<OpenIdOptions> openId, IOptions<TeamsTabOptions> tab, ILogger<DeskDoor> logger)
{
    /// <summary>Bytes of a form without a file.</summary>
    private const int LargestForm = 2 * 1024 * 1024;

    /// <summary>Bytes that a form adds to the file in it.</summary>
    private const int AroundFile = 64 * 1024;

    private static readonly string[] Open = ["/dashboard/signin", "/dashboard/signedout", OpenIdSignIn.Begin, OpenIdSignIn.Refused, TeamsTabSignIn.Path];

    public async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        Protect(http);
        Person? person = null;
        try
        {
            Limit(http);
            person = await cookies.PersonAsync(http, http.RequestAborted);
            var isClosed = person is null && !Open.Contains(http.Request.Path.Value, StringComparer.OrdinalIgnoreCase);
            if (isClosed && !tab.Value.IsOff && http.Request.Headers["Sec-Fetch-Dest"] == "iframe")
                http.Response.Redirect(TeamsTabSignIn.Path); // Teams knows who is there
            else if (isClosed)
                await AnswerAsync(http, NoticePage.Closed(DeskCookies.LanguageOf(http, null), !openId.Value.IsOff));
            else if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !await IsOursAsync(http, person))
                await AnswerAsync(http, NoticePage.FormExpired(DeskCookies.LanguageOf(http, person)));
            else
                await LetInAsync(http, person, next);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted && refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await AnswerAsync(http, NoticePage.TooLarge(options.Value.UploadLimit, DeskCookies.LanguageOf(http, person)));
        }
        catch (BadHttpRequestException) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, NoticePage.NotHere(DeskCookies.LanguageOf(http, person)));
        }
        catch (DatabaseUnavailableException unavailable) when (!http.Response.HasStarted)
        {
            LogUnavailable(http.Request.Path, unavailable.Message);
            await AnswerAsync(http, NoticePage.Unavailable(DeskCookies.LanguageOf(http, person)));
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            LogBroken(broken, http.Request.Path);
            await AnswerAsync(http, NoticePage.Broken(DeskCookies.LanguageOf(http, person)));
        }
    }

    private async Task LetInAsync(HttpContext http, Person? person, RequestDelegate next)
    {
        Recognise(http, person);
        var isPage = HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/dashboard/live") && !http.Request.Path.StartsWithSegments("/dashboard/export");
        var token = isPage || HttpMethods.IsPost(http.Request.Method) ? antiforgery.GetAndStoreTokens(http).RequestToken! : "";
        http.Features.Set(new DoorToken(token));
        if (person is not null)
            http.Features.Set(new Desk(person, DeskCookies.LanguageOf(http, person), PageOf(http.Request), token));
        await next(http);
        // An address or a form that cannot be read is no page of ours either.
        if (http.Response is
            {
                StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType, HasStarted: false,
            })
            await AnswerAsync(http, NoticePage.NotHere(DeskCookies.LanguageOf(http, person)));
    }

    /// <summary>Instead of whatever had been begun.</summary>
    private async Task AnswerAsync(HttpContext http, IResult notice)
    {
        http.Response.Clear();
        Protect(http);
        await notice.ExecuteAsync(http);
    }

    /// <summary>Where a page is found again: one that answers a form belongs to the page that the form stands on, /dashboard/reports/{id}/return to /dashboard/reports/{id}.</summary>
    private static string PageOf(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return request.Path + request.QueryString;
        return string.Join('/', request.Path.Value!.Split('/').Where((part, at) => at <= 2 || (at == 3 && Guid.TryParse(part, out _))));
    }

    /// <summary>A token belongs to the person it was made for: signed in as somebody else, yesterday's page changes nothing.</summary>
    private async Task<bool> IsOursAsync(HttpContext http, Person? person)
    {
        Recognise(http, person);
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException unread)
        {
            // A form that cannot be read holds no token; one that is too large is told so.
            return unread.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? throw new BadHttpRequestException("Too large", StatusCodes.Status413PayloadTooLarge, unread) : false;
        }
    }

    private static void Recognise(HttpContext http, Person? person)
    {
        if (person is not null)
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Id.ToString())], "desk"));
    }

    private void Limit(HttpContext http)
    {
        var limit = http.Request.Path.Equals("/dashboard/import", StringComparison.OrdinalIgnoreCase) ? options.Value.UploadLimit + AroundFile : LargestForm;
        if (http.Request.ContentLength > limit)
            throw new BadHttpRequestException("Too large", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limit;
    }

    /// <summary>Nothing from elsewhere, no script or style but those of the pages' own files, and no frame around them but that of Teams where the tab is on.</summary>
    private void Protect(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {(tab.Value.IsOff ? "'none'" : tab.Value.Frames)}";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "same-origin"; // the secret of a sign-in link stands in its address
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} was put off: {Problem}")]
    private partial void LogUnavailable(string path, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Serving {Path} failed")]
    private partial void LogBroken(Exception exception, string path);
}

/// <summary>The token of the forms on a page that nobody has signed in to yet.</summary>
public sealed record DoorToken(string Token);
