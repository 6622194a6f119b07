using System.Diagnostics;
using System.Globalization;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Activity = Microsoft.Bot.Schema.Activity;

namespace PlanBot.Bench.Messages;

/// <summary>The seam's whole check of a channel's token (signature, issuer, audience, lifetime, endorsement, service url) against what the library that it uses costs by itself.</summary>
/// <remarks>A channel shows the same token for about an hour; the first time is the dear one. There are more tokens here than the seam remembers.</remarks>
internal static class TokenCheck
{
    private const int Rounds = 31;
    private const int Checks = 500;

    public static async Task RunAsync(Channel channel)
    {
        var strangers = Enumerable.Range(0, Checks).Select(number => "Bearer " + channel.NewToken(number)).ToList();
        var header = "Bearer " + channel.Token;
        var activity = new Activity { Type = ActivityTypes.Message, ChannelId = "msteams", ServiceUrl = channel.ServiceUrl };
        var authentication = SeamServer.Authentication(channel.Address);
        var handler = new JsonWebTokenHandler();
        var parameters = new TokenValidationParameters { ValidIssuer = Channel.Issuer, ValidAudience = Channel.AppId, IssuerSigningKey = new RsaSecurityKey(channel.Key) };
        var (bare, first, again) = (new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>());
        for (var round = -5; round < Rounds; round++)
        {
            var (one, other, third) = (await MeasureAsync(_ => BareAsync()), await MeasureAsync(number => OursAsync(strangers[number])), await MeasureAsync(_ => OursAsync(header)));
            if (round < 0)
                continue;
            bare.Add(one);
            first.Add(other);
            again.Add(third);
        }
        Console.WriteLine("checking a channel's token");
        Line("JsonWebTokenHandler.ValidateTokenAsync", bare);
        Line("bot seam, a token not seen before", first);
        Line("bot seam, a token seen before", again);
        Ratio("not seen before", first);
        Ratio("seen before", again);

        void Ratio(string what, List<(double, double)> checks) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what}: {Median(checks).Time / Median(bare).Time:0.00} of the library's time, {Median(checks).Bytes / Median(bare).Bytes:0.00} of its bytes"));

        async Task BareAsync()
        {
            if (!(await handler.ValidateTokenAsync(channel.Token, parameters)).IsValid)
                throw new InvalidOperationException("The token is refused.");
        }

        async Task OursAsync(string header) => await authentication.AuthenticateRequestAsync(activity, header, CancellationToken.None);
    }

    /// <returns>Microseconds and bytes of one check.</returns>
    private static async Task<(double Time, double Bytes)> MeasureAsync(Func<int, Task> check)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.GetTimestamp();
        for (var i = 0; i < Checks; i++)
            await check(i);
        return (Stopwatch.GetElapsedTime(watch).TotalMicroseconds / Checks, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / Checks);
    }

    private static void Line(string name, List<(double, double)> checks) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {Median(checks).Time:0.0} us, {Median(checks).Bytes:0} bytes"));

    private static (double Time, double Bytes) Median(List<(double Time, double Bytes)> checks) =>
        (checks.Select(check => check.Time).Order().ElementAt(Rounds / 2), checks.Select(check => check.Bytes).Order().ElementAt(Rounds / 2));
}
