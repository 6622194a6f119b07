using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlanBot.Bench.Sizes;
using PlanBot.Composition;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Bench.Dashboard;

/// <summary>The dashboard over an office's database on a real web server, its people's clock on the escalation day; no job runs.</summary>
internal sealed partial class DeskServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private DeskServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<DeskServer> StartAsync(Office office)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Demo:Enabled"] = "false", ["Urls"] = "http://127.0.0.1:0" });
        var clock = new StoppedClock(Province.EscalationDay);
        builder.Services.AddSingleton<TimeProvider>(clock).AddKeyedSingleton("wall", TimeProvider.System).AddSingleton<IDatabase>(office.Database);
        builder.Services.AddData(builder.Configuration).AddCalendar().AddPlans().AddPeople().AddReminders(builder.Configuration).AddConversation().AddBrowser(builder.Configuration).AddDashboard(builder.Configuration);
        foreach (var hosted in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("PlanBot", StringComparison.Ordinal) == true).ToList())
            builder.Services.Remove(hosted);
        var app = builder.Build();
        app.MapDashboard();
        await app.StartAsync();
        return new DeskServer(app);
    }

    /// <summary>A browser in which the coordinator is signed in.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var coordinator = (await Get<IPersonRepository>().InRoleAsync(PersonRole.Coordinator, CancellationToken.None))[0];
        var link = new Uri(await Get<DeskAccess>().InviteAsync(coordinator.Id, CancellationToken.None)).PathAndQuery;
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false, MaxConnectionsPerServer = 1000 }) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(5) };
        var token = FormToken().Match(await http.GetStringAsync(new Uri(link, UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", WebUtility.HtmlDecode(token))]);
        using var answer = await http.PostAsync(new Uri(link, UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.Redirect ? http : throw new InvalidOperationException($"The coordinator was not let in: {answer.StatusCode}");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
