using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlanBot.Composition;
using PlanBot.Data.Model;
using PlanBot.Data.Sql;
using PlanBot.Jobs;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dashboard;

/// <summary>The dashboard, and the API beside it, on a real web server and a real database, with the people of <see cref="Ledgers.Small"/>; nothing is sent, and the clocks stand still.</summary>
public sealed class DeskHost : IAsyncDisposable
{
    private readonly SqliteTestDatabase database;
    private readonly WebApplication app;

    private DeskHost(SqliteTestDatabase database, WebApplication app, Ledgers ledgers) =>
        (this.database, this.app, Ledgers, Address) = (database, app, ledgers, new Uri(app.Urls.Single()));

    public Uri Address { get; }

    public Ledgers Ledgers { get; }

    public IServiceProvider Services => app.Services;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>What the plan's people see.</summary>
    public StoppedClock Clock => (StoppedClock)Get<TimeProvider>();

    /// <summary>What sessions go by.</summary>
    public StoppedClock Wall => (StoppedClock)app.Services.GetRequiredKeyedService<TimeProvider>("wall");

    /// <param name="at">Civil time of the plan: before or after 2020-04-03, when all is due.</param>
    public static async Task<DeskHost> StartAsync(string at = "2020-04-07 09:00", params (string Key, string Value)[] settings)
    {
        var database = await SqliteTestDatabase.CreateAsync();
        var ledgers = await Ledgers.Small().StoreAsync(database.Database);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Demo:Enabled"] = "false", ["Urls"] = "http://127.0.0.1:0" });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At(at)));
        builder.Services.AddKeyedSingleton<TimeProvider>("wall", new StoppedClock(Ledgers.At("2026-11-22 10:00")));
        builder.Services.AddSingleton<IDatabase>(database.Database);
        builder.Services.AddSingleton<IReminderSignal, NoSignal>();
        builder.Services
            .AddData(builder.Configuration).AddCalendar().AddPlans().AddPeople().AddReminders(builder.Configuration).AddConversation().AddBrowser(builder.Configuration)
            .AddDashboard(builder.Configuration).AddApi(builder.Configuration);
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SchedulerService)));
        var app = builder.Build();
        app.MapBrowser();
        app.MapDashboard();
        app.MapApi();
        await app.StartAsync();
        return new DeskHost(database, app, ledgers);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public DeskBrowser Browser(string language = "zh-CN") => new(Address, language);

    public async Task<DeskBrowser> SignInAsync(Person person, string language = "zh-CN")
    {
        var browser = Browser(language);
        var link = await LinkForAsync(person);
        await browser.GetAsync(link);
        var (status, _) = await browser.PostAsync(link);
        Assert.Equal(302, status);
        return browser;
    }

    /// <summary>Path and query of a new link.</summary>
    public async Task<string> LinkForAsync(Person person) => new Uri(await Get<DeskAccess>().InviteAsync(person.Id, CancellationToken.None)).PathAndQuery;

    /// <summary>Files a report as its contact does in chat.</summary>
    /// <param name="unit">Number of the unit, from 1.</param>
    /// <param name="text">What every section says.</param>
    public async Task<Guid> FileAsync(int unit, int task = 1, string text = "已完成选址。", int version = 0)
    {
        var obligation = Ledgers.OwedBy(unit)[task - 1];
        var report = new TaskReport(obligation.Id, Ledgers.Plan.Reporting.Sections.ToDictionary(section => section.Ordinal, _ => text), version);
        var filed = await Get<SubmitReport>().RunAsync(new(Ledgers.ContactOf(unit).Id, Ledgers.Browser, [report]), CancellationToken.None);
        Assert.IsType<SubmitResult.Filed>(filed);
        return obligation.Id;
    }

    private sealed class NoSignal : IReminderSignal
    {
        public Task SendSoonAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>A browser as far as HTTP goes: it keeps its cookies, takes the certificate that a test's server signs for itself, and a form that it posts carries the token of the page last seen.</summary>
public sealed partial class DeskBrowser : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), ServerCertificateCustomValidationCallback = (_, _, _, _) => true };

    public DeskBrowser(Uri address, string language)
    {
        Http = new HttpClient(handler) { BaseAddress = address };
        Http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies => handler.CookieContainer;

    /// <summary>Of the page last seen; empty where there was none.</summary>
    public string Token { get; set; } = "";

    public HttpResponseMessage? Last { get; private set; }

    public async Task<(int Status, string Page)> GetAsync(string path) => await ReadAsync(await Http.GetAsync(new Uri(path, UriKind.Relative)));

    public Task<(int Status, string Page)> PostAsync(string path, params (string Name, string? Value)[] fields) => PostAsync(path, withToken: true, fields);

    public async Task<(int Status, string Page)> PostAsync(string path, bool withToken, params (string Name, string? Value)[] fields)
    {
        var form = fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value ?? "")).ToList();
        if (withToken)
            form.Add(new("__RequestVerificationToken", Token));
        using var content = new FormUrlEncodedContent(form);
        return await ReadAsync(await Http.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    public async Task<(int Status, string Page)> UploadAsync(string path, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "file", name } };
        return await ReadAsync(await Http.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    public void Dispose()
    {
        Http.Dispose();
        handler.Dispose();
    }

    private async Task<(int Status, string Page)> ReadAsync(HttpResponseMessage response)
    {
        Last = response;
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        if (TokenField().Match(page) is { Success: true } field)
            Token = field.Groups[1].Value;
        return ((int)response.StatusCode, page);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
