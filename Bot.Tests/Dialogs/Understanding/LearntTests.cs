using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

public sealed class LearntTests
{
    private static readonly (string Meaning, IReadOnlyCollection<string> Traits)[] Sentences =
    [
        ("Urge", ["催", "一下"]), ("Urge", ["催", "教委"]), ("Urge", ["催", "都"]), ("Rate", ["报送率", "一下"]), ("Rate", ["报送率", "教委"]), ("Rate", ["多少", "报送率"]), ("Rate", ["多少", "都"]),
    ];

    [Fact]
    public void The_likeliest_meaning_comes_first_and_likelihoods_add_up_to_one()
    {
        var ranked = Learnt.From(Sentences).Rank(["催", "多"]);

        Assert.Equal("Urge", ranked[0].Meaning);
        Assert.InRange(ranked[0].Likelihood, 0.7, 1);
        Assert.Equal(1, ranked.Sum(one => one.Likelihood), 4);
    }

    [Fact]
    public void The_same_sentences_teach_the_same()
    {
        var (first, second) = (Learnt.From(Sentences).Rank(["一下", "教委"]), Learnt.From(Sentences).Rank(["一下", "教委"]));

        Assert.Equal(first, second);
    }

    [Fact]
    public void What_was_written_is_read_back_and_says_the_same()
    {
        var path = Path.GetTempFileName();
        var learnt = Learnt.From(Sentences);

        learnt.Write(path);

        Assert.Equal(learnt.Rank(["催", "一下"]), Learnt.Read(path)!.Rank(["催", "一下"]));
        File.Delete(path);
    }

    [Fact]
    public void The_file_of_another_build_is_not_used()
    {
        var path = Path.GetTempFileName();
        using (var writer = new BinaryWriter(File.Create(path)))
        {
            writer.Write(Guid.CreateVersion7().ToString());
            writer.Write("lesson");
        }

        Assert.Null(Learnt.Read(path));
        Assert.Null(Learnt.Read(path + ".not-there"));
        File.Delete(path);
    }

    [Fact]
    public void What_another_build_learnt_from_the_same_sentences_is_not_learnt_anew()
    {
        var path = Path.GetTempFileName();
        Learnt.From(Sentences).Write(path);
        using (var file = File.OpenWrite(path))
        {
            file.Seek(-8, SeekOrigin.End);
            file.Write("\0\x44\0\x44\0\x44\0\x44"u8); // what only this file says
        }

        Assert.NotEqual(Learnt.From(Sentences).Rank(["都"]), Learnt.From(Sentences, path).Rank(["都"]));
        Assert.Contains(Learnt.From([.. Sentences, ("Undo", ["撤"]), ("Undo", ["撤"])], path).Rank(["撤"]), one => one is ("Undo", > 0.5));
        File.Delete(path);
    }

    [Fact]
    public void What_the_build_learnt_lies_beside_the_program() => Assert.NotNull(Learnt.Read(Path.Combine(AppContext.BaseDirectory, Examples.FileName)));

    [Fact]
    public void Who_speaks_decides_between_two_meanings()
    {
        Assert.Equal(Intent.Requests, Understand.Utterance("延期批了吗", [], speaker: Speaker.Unit).Intent);
        Assert.Equal(Intent.StartReport, Understand.Utterance("我想填一下", [], speaker: Speaker.Unit).Intent);
        Assert.NotEqual(Intent.StartReport, Understand.Utterance("找人填一下", [], speaker: Speaker.Office).Intent);
    }
}
