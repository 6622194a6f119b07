using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PlanBot.Tests.Fakes.DingTalk;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>Callbacks whose body the console has encrypted: they are opened, and nothing else is let in.</summary>
public sealed class CipherTests : IAsyncLifetime
{
    private const string Key = "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij";
    private DingTalkHost host = null!;

    private FakeDingTalk DingTalk => host.DingTalk;

    public async Task InitializeAsync() => host = await DingTalkHost.StartAsync("Http", ("Channels:DingTalk:AesKey", Key));

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(FakeDingTalk.AppKey)]
    [InlineData(FakeDingTalk.CorpId)]
    public async Task An_encrypted_message_is_opened_and_answered(string owner)
    {
        var said = await host.PostAsync(Seal(DingTalk.Sessions.Text("我的任务").ToJsonString(), owner));

        Assert.Contains("第1项任务", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, host.Log.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Others => new()
    {
        { "plain", "" },
        { "of somebody else", Seal("{}", "another-app").ToJsonString() },
        { "of nobody", Seal("{}", "").ToJsonString() },
        { "with another key", Seal("{}", FakeDingTalk.AppKey, "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG").ToJsonString() },
        { "no text", """{"encrypt":7}""" },
        { "no Base64", """{"encrypt":"%%%"}""" },
        { "empty", """{"encrypt":""}""" },
        { "cut off", """{"encrypt":"AAAAAAAAAAAAAAAAAAAAAA=="}""" },
        { "noise", $$"""{"encrypt":"{{Convert.ToBase64String(new byte[96])}}"}""" },
        { "longer than it is", Seal("{}", FakeDingTalk.AppKey, length: 1_000_000).ToJsonString() },
        { "of a length below zero", Seal("{}", FakeDingTalk.AppKey, length: -1).ToJsonString() },
        { "padded wrongly", Seal("{}", FakeDingTalk.AppKey, padding: 33).ToJsonString() },
        { "no object inside", Seal("[]", FakeDingTalk.AppKey).ToJsonString() },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Everything_else_is_refused_with_one_and_the_same_answer(string what, string body)
    {
        var (status, text) = await DingTalk.Sessions.PostAsync(host.Address, body.Length > 0 ? JsonNode.Parse(body)! : DingTalk.Sessions.Text("我的任务"));
        await host.QuietAsync();

        Assert.Equal((what, 403, ""), (what, status, text));
        Assert.Empty(DingTalk.Said);
    }

    /// <summary>Its own reckoning, not the program's.</summary>
    private static JsonObject Seal(string json, string owner, string key = Key, int? length = null, int? padding = null)
    {
        var text = Encoding.UTF8.GetBytes(json);
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, length ?? text.Length);
        var plain = RandomNumberGenerator.GetBytes(16).Concat(size).Concat(text).Concat(Encoding.UTF8.GetBytes(owner)).ToList();
        var pad = 32 - (plain.Count % 32);
        plain.AddRange(Enumerable.Repeat((byte)(padding ?? pad), pad));
        using var aes = Aes.Create();
        (aes.Key, aes.Mode, aes.Padding) = (Convert.FromBase64String(key + "="), CipherMode.CBC, PaddingMode.None);
        aes.IV = aes.Key[..16];
        using var encryptor = aes.CreateEncryptor();
        return new() { ["encrypt"] = Convert.ToBase64String(encryptor.TransformFinalBlock([.. plain], 0, plain.Count)) };
    }
}
