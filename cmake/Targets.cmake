# jinsha_library(<folder> SOURCES … [PUBLIC …] [PRIVATE …])
#   the library of src/<folder>: target jinsha_<folder>. PUBLIC links are those that its headers show.
# jinsha_test(<folder> SOURCES … [LINKS …])
#   the GoogleTest program of tests/<folder>: target test_<folder>, its cases registered one by one with ctest.

function(jinsha_warnings target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                           -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
endfunction()

function(jinsha_library folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(jinsha_${folder} STATIC ${ARG_SOURCES})
  target_include_directories(jinsha_${folder} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(jinsha_${folder} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  jinsha_warnings(jinsha_${folder})
endfunction()

function(jinsha_test folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(test_${folder} ${ARG_SOURCES})
  target_include_directories(test_${folder} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(test_${folder} PRIVATE ${ARG_LINKS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(test_${folder} PRIVATE JINSHA_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                                    JINSHA_TEST_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
  # Compiling a test takes far longer than running it.
  target_compile_options(test_${folder} PRIVATE $<$<CONFIG:Release>:-O0>)
  jinsha_warnings(test_${folder})
  include(GoogleTest)
  gtest_discover_tests(test_${folder} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 120)
endfunction()
