using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Jobs;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Jobs;

#pragma warning disable CA1001 // xunit calls DisposeAsync of IAsyncLifetime
public sealed class DemoClockEndpointsTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly DemoClock clock = new(new RunningClock(Ledgers.At("2026-11-22 12:00")), DemoClock.DefaultStart);
    private readonly JobGate gate = new();
    private ReminderWorld world = null!;
    private WebApplication app = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        world = await ReminderWorld.CreateAsync(clock);
        await world.StoreAsync(Ledgers.Small());
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(clock).AddSingleton(world.Agenda).AddSingleton(new DemoWalk(clock, world.Agenda, world.DealWithDue, world.Keeper, gate));
        app = builder.Build();
        DemoClockEndpoints.Map(app);
        await app.StartAsync();
        http = app.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await world.DisposeAsync();
        gate.Dispose();
    }

    [Fact]
    public async Task It_shows_the_time_and_the_next_step()
    {
        var shown = await http.GetFromJsonAsync<JsonElement>("/demo/clock");

        Assert.Equal(Ledgers.At("2020-03-31 08:55"), shown.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(Ledgers.At("2020-03-31 09:00"), shown.GetProperty("next").GetDateTimeOffset());
    }

    [Fact]
    public async Task It_moves_forward_and_answers_when_all_is_delivered()
    {
        var (status, moved) = await PostAsync("""{"now":"2020-03-31T09:00:00+08:00"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Ledgers.At("2020-03-31 09:00"), moved.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(3, moved.GetProperty("remindersSent").GetInt32());
        Assert.Equal(3, world.Browser.Sent.Count);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("now", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"now":5}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"now":null}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"now":"tomorrow"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"now":"2020-04-31T09:00:00+08:00"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"now":"2020-04-07T09:00:00"}""", HttpStatusCode.BadRequest)] // whose nine o'clock?
    [InlineData("""{"now":"9999-12-31T23:59:59Z"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"now":"2020-03-31T08:54:59+08:00"}""", HttpStatusCode.Conflict)]
    public async Task What_it_cannot_do_it_says_and_leaves_the_clock_alone(string body, HttpStatusCode expected)
    {
        var (status, problem) = await PostAsync(body);

        Assert.Equal(expected, status);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(Ledgers.At("2020-03-31 08:55"), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_body_without_end_is_refused_unread()
    {
        var (status, _) = await PostAsync($$"""{"now":"2020-03-31T09:00:00+08:00","more":"{{new string('x', 5000)}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("/demo/clock", UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
