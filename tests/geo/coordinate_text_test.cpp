#include "geo/coordinate_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::geo {
namespace {

const CoordinateHints kWestDistrict{"EPSG:4543", {101.6, 26.6}};

WrittenCoordinates read(std::string_view text) {
    const auto result = read_coordinates(text, kWestDistrict);
    EXPECT_TRUE(result) << text << ": " << (result ? "" : result.error().message());
    return result.value_or(WrittenCoordinates{});
}

std::string error_of(std::string_view text, const CoordinateHints& hints = kWestDistrict) {
    const auto result = read_coordinates(text, hints);
    return result ? "none" : result.error().message();
}

void expect_degrees(std::string_view text, double lon, double lat) {
    const WrittenCoordinates found = read(text);
    EXPECT_EQ(found.crs, "OGC:CRS84") << text;
    EXPECT_NEAR(found.at.x, lon, 1e-9) << text;
    EXPECT_NEAR(found.at.y, lat, 1e-9) << text;
}

TEST(CoordinateText, ReadsDecimalDegreesInEitherOrder) {
    expect_degrees("101.6042, 26.5902", 101.6042, 26.5902);
    expect_degrees("26.5902 101.6042", 101.6042, 26.5902);
    expect_degrees("101.6042\t26.5902", 101.6042, 26.5902);
    expect_degrees("101.6042，26.5902", 101.6042, 26.5902);
    expect_degrees("[101.6042,26.5902]", 101.6042, 26.5902);
    expect_degrees("POINT (101.6042 26.5902)", 101.6042, 26.5902);
    expect_degrees("lat: 26.5902, lon: 101.6042", 101.6042, 26.5902);
}

TEST(CoordinateText, ReadsHemispheresBeforeAndAfterTheNumber) {
    expect_degrees("26.5902N 101.6042E", 101.6042, 26.5902);
    expect_degrees("E101.6042 N26.5902", 101.6042, 26.5902);
    expect_degrees("北纬26.5902°，东经101.6042°", 101.6042, 26.5902);
    expect_degrees("33.5°S 70.7°W", -70.7, -33.5);
    expect_degrees("-33.5, -70.7", -33.5, -70.7);  // both orders are possible: the one nearer to the map
}

TEST(CoordinateText, ReadsDegreesMinutesAndSeconds) {
    const double lat = 26 + 35 / 60.0 + 12 / 3600.0, lon = 101 + 37 / 60.0 + 40 / 3600.0;
    expect_degrees("26°35′12″N 101°37′40″E", lon, lat);
    expect_degrees("26°35'12\"N, 101°37'40\"E", lon, lat);
    expect_degrees("101度37分40秒 26度35分12秒", lon, lat);
    expect_degrees("26 35 12 101 37 40", lon, lat);
    expect_degrees("26 35 12 N 101 37 40 E", lon, lat);
    expect_degrees("26°35.2′N 101°37.5′E", 101.625, 26 + 35.2 / 60);
    expect_degrees("26°35 12 N 101°37 40 E", lon, lat);
}

TEST(CoordinateText, ReadsMetresOfTheMapCrsWhateverComesFirst) {
    const WrittenCoordinates expected{"EPSG:4543", {460123, 2942310}};
    EXPECT_EQ(read("460123, 2942310"), expected);
    EXPECT_EQ(read("2942310 460123"), expected);
    EXPECT_EQ(read("X=2942310 Y=460123"), expected);
    EXPECT_EQ(read("460123 m, 2942310 m"), expected);
}

// EPSG:4522 is CGCS2000 / 3-degree Gauss-Kruger zone 34, EPSG:4495 is CGCS2000 / Gauss-Kruger zone 17.
TEST(CoordinateText, TakesTheCrsFromTheZoneBeforeTheEasting) {
    EXPECT_EQ(read("34463842, 2943029"), (WrittenCoordinates{"EPSG:4522", {34463842, 2943029}}));
    EXPECT_EQ(read("2943029.5，34463842.25"), (WrittenCoordinates{"EPSG:4522", {34463842.25, 2943029.5}}));
    EXPECT_EQ(read("17762345 2943029"), (WrittenCoordinates{"EPSG:4495", {17762345, 2943029}}));
}

TEST(CoordinateText, SaysWhatIsWrongWithOtherTexts) {
    EXPECT_EQ(error_of("金沙湖"), "expected coordinates, found '金'");
    EXPECT_EQ(error_of(""), "expected two numbers, found 0");
    EXPECT_EQ(error_of("101.6"), "expected two numbers, found 1");
    EXPECT_EQ(error_of("1 2 3"), "expected two numbers, found 3");
    EXPECT_EQ(error_of("26°75′N 101°E"), "expected minutes or seconds below 60, found 75");
    EXPECT_EQ(error_of("95N 101E"),
              "expected a longitude up to 180° and a latitude up to 90°, found 101 and 95");
    EXPECT_EQ(error_of("26N 27N"), "expected a longitude and a latitude, found two of one kind");
    EXPECT_EQ(error_of("99463842, 2943029"),
              "expected a Gauss-Kruger zone from 13 to 23 or 25 to 45 before the easting, found 99");
    EXPECT_EQ(error_of("460123, 2942310", {}),
              "expected degrees, or an easting with its zone before it, found metres of an unknown CRS");
    EXPECT_EQ(error_of("26 101 N"),
              "expected a longitude up to 180° and a latitude up to 90°, found 26 and 101");
    EXPECT_EQ(error_of("26 101 N E"), "expected a number after 'E', found nothing");
    EXPECT_EQ(error_of("°26 101"), "expected a number before a mark of degrees");
}

TEST(CoordinateText, OutlivesAnyBytes) {
    for (const char* text : {"\xff\xfe", "---", "1e999 1e999", "9999999999999999999999999 1", "°′″", "N N N",
                             "1,,,,2", "−", "26°35′12″12″ 1"}) {
        (void)read_coordinates(text, kWestDistrict);
    }
    const std::string digits(100'000, '9');
    EXPECT_FALSE(read_coordinates(digits + " " + digits, kWestDistrict));
}

}  // namespace
}  // namespace jinsha::geo
