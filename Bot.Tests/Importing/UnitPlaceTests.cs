using PlanBot.Data.Model;
using PlanBot.Importing;

namespace PlanBot.Tests.Importing;

public sealed class UnitPlaceTests
{
    [Theory]
    [InlineData("县财政局", "云河县人民政府办公室", "云河县", "云河县财政局")]
    [InlineData("区财政局", "云州市临河区人民政府", "云州市临河区", "云州市临河区财政局")]
    [InlineData("市财政局", "云州市临河区人民政府", "云州市", "云州市财政局")]
    [InlineData("城投集团", "云河县人民政府办公室", "云河县", "云河县城投集团")]
    [InlineData("各乡镇", "云河县人民政府办公室", "云河县", "云河县各乡镇")]
    [InlineData("市财政局", "云河县人民政府办公室", "", "市财政局")] // which city's is not said
    [InlineData("云河县供电公司", "云河县人民政府办公室", "", "云河县供电公司")] // named by its place
    [InlineData("青山市人民政府", "江北省人民政府", "", "青山市人民政府")]
    [InlineData("国家统计局云河调查队", "云河县人民政府办公室", "", "国家统计局云河调查队")]
    [InlineData("市教委", "市人民政府办公厅", "", "市教委")]
    [InlineData("市教委", null, "", "市教委")]
    [InlineData("市市场监管委", "云州市人民政府", "云州市", "云州市市场监管委")]
    public void A_unit_is_where_the_organ_is_that_gives_it_a_task(string name, string? issuer, string place, string fullName)
    {
        Assert.Equal(place, UnitPlaces.Of(name, issuer, null));
        Assert.Equal(fullName, Unit.FullNameOf(name, place));
    }

    [Fact]
    public void The_title_tells_where_the_issuer_does_not() => Assert.Equal("云河县", UnitPlaces.Of("县财政局", null, "云河县人民政府关于印发2021年重点工作的通知"));

    [Theory]
    [InlineData("云州市临河区", "临河区", true)]
    [InlineData("云河县", "青山县", false)]
    [InlineData("云州市临河区", "青州市临河区", false)]
    [InlineData("", "青山县", true)]
    public void Two_places_may_be_one(string one, string other, bool expected) => Assert.Equal(expected, UnitPlaces.Agree(one, other));

    [Theory]
    [InlineData("县工信委", "县工信局", "2018")]
    [InlineData("市国土资源局", "市自然资源局", "2018")]
    [InlineData("县扶贫办", "县乡村振兴局", "2021")]
    [InlineData("县卫生局", "县卫健委", "2018")]
    [InlineData("县工信局", "县工信委", null)] // never back
    [InlineData("县工信委", "市工信局", null)] // another level
    [InlineData("县教育局", "县体育局", null)] // alike, and another organ
    public void A_reform_gave_organs_of_a_kind_another_name(string before, string after, string? year) => Assert.Equal(year, OrganNames.ReformOf(before, after));
}
